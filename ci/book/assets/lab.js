// Runs a chapter's own crates here, with the inputs that the reader chose, and draws the run below; where there
// is room, beside the recorded one.
// The WebAssembly is loaded when it is first asked for. Where there is none, the form stays hidden.
{
  let machine = null;

  function script(src) {
    return new Promise((done, failed) => {
      const el = document.createElement("script");
      Object.assign(el, { src, onload: done, onerror: () => failed(new Error("the laboratory cannot be loaded")) });
      document.head.append(el);
    });
  }

  async function load() {
    await script(`${path_to_root}lab-wasm.js`);
    const bytes = Uint8Array.from(atob(globalThis.labWasm), (c) => c.charCodeAt(0));
    delete globalThis.labWasm;
    return WebAssembly.compile(bytes);
  }

  /** Asks for a `trace` or a `figure`. Each answer comes from a machine that has done nothing yet. */
  async function ask(what, question) {
    machine ??= load();
    const { exports } = await WebAssembly.instantiate(await machine);
    const bytes = new TextEncoder().encode(question);
    // A call may move the memory: look at it afterwards.
    const there = exports.input(bytes.length);
    new Uint8Array(exports.memory.buffer, there, bytes.length).set(bytes);
    const length = exports[what]();
    const answer = exports.output();
    return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer, length));
  }
  globalThis.askLab = ask;

  for (const form of document.querySelectorAll("form.lab[data-built]")) {
    if (!("WebAssembly" in globalThis)) continue;
    form.hidden = false;
    const says = form.querySelector(".lab-says");
    const place = document.createElement("div");
    place.className = "lab-run beside";
    form.after(place);

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      says.textContent = "Running…";
      try {
        const { program } = form.dataset;
        const inputs = new URLSearchParams(new FormData(form));
        const recorded = (await ask("figure", program)).replaceAll('id="lab-', 'id="lab-recorded-').replaceAll("Your run.", "As recorded.");
        place.innerHTML = (await ask("figure", `${program}?${inputs}`)) + recorded;
        const [figure, other] = place.querySelectorAll("figure.trace");
        for (const each of [figure, other]) globalThis.enlivenTimeline(each);
        other.classList.add("lab-recorded");
        figure.goTo(0);
        other.goTo(0);
        dispatchEvent(new Event("resize")); // book.js makes reachable what scrolls
        says.textContent = `Your run has ${figure.dataset.steps} events. Step through it below.`;
      } catch (error) {
        machine = null;
        place.replaceChildren();
        says.textContent = `This does not work here: ${error.message}. The recorded run stands above.`;
      }
    });
    form.addEventListener("reset", () => {
      place.replaceChildren();
      says.textContent = "";
    });
  }
}
