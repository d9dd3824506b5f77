// JavaScript's loop: one thing at a time, each to its end.
const start = Date.now();

setTimeout(() => {
  console.log("a timer, due after 100 ms");
  console.log("  it had to wait for the hog:", Date.now() - start >= 200);
}, 100);

setTimeout(() => console.log("a timer, due at once"), 0);

async function guest(name) {
  console.log(name, "comes in");
  await null; // not a wait: the rest goes to the back of a queue
  console.log(name, "goes on");
}

guest("ann");
guest("bob");

while (Date.now() - start < 200); // the hog
console.log("the hog has done");
