//! `cargo book build` writes the book.

use crate::mini::Mini;

const PAGE: &str = "target/book/page.html";

/// Builds the miniature, and returns a page of it.
fn page() -> String {
    let mini = Mini::new();
    let answer = mini.run(&["build"]);
    assert!(answer.success, "{}", answer.stderr);
    mini.read(PAGE)
}

#[track_caller]
fn shows(page: &str, html: &str) {
    let main = page.split_once("<main>").map_or(page, |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    assert!(main.contains(html), "the page has no\n{html}\n\n{main}");
}

#[test]
fn it_says_where_the_book_is() {
    let mini = Mini::new();
    let answer = mini.run(&["build"]);
    assert!(answer.success, "{}", answer.stderr);
    let index =
        mini.path("target/book/index.html").canonicalize().expect("the book is there");
    assert_eq!(answer.stdout, format!("The book: {}\n", index.display()));
}

#[test]
fn it_works_from_any_folder_of_the_workspace() {
    let mini = Mini::new();
    assert!(mini.run_in("chapters/01-mini/src", &["build"]).success);
    assert!(mini.path(PAGE).is_file());
}

#[test]
fn outside_of_a_workspace_it_says_what_is_missing() {
    let mini = Mini::new();
    mini.remove("book.toml");
    let answer = mini.run(&["build"]);
    assert!(!answer.success);
    assert!(answer.stderr.starts_with("error: no book.toml in "), "{}", answer.stderr);
}

#[test]
fn a_listing_has_a_caption_and_code() {
    shows(
        &page(),
        "<figure class=\"listing\">\n<figcaption><span class=\"listing-item\">Counter, \
         Counter::new, impl Iterator for Counter</span> <span class=\"listing-path\">\
         chapters/01-mini/src/lib.rs, lines 1–6, 9–12, 15–22</span></figcaption>\n\
         <pre><code class=\"language-rust\">//! A layer.\n\n/// Counts.\npub struct Counter {",
    );
}

#[test]
fn an_example_in_a_doc_comment_is_folded_away() {
    shows(&page(), "/// Two of it.\npub fn twice");
    shows(
        &page(),
        "<details class=\"doc-example\">\n<summary>As used in the documentation</summary>\n\
         <pre><code class=\"language-rust\">use mini::twice;\nassert_eq!(twice(2), 4);</code></pre>",
    );
}

#[test]
fn a_timeline_as_a_picture() {
    let picture = Mini::new().run(&["picture", "01-mini/hog"]);
    assert!(picture.success, "{}", picture.stderr);
    assert!(picture.stdout.starts_with("<svg xmlns="), "{}", picture.stdout);
    assert!(
        picture.stdout.contains("<text class=\"lane-0\" x=\"8\" y=\"24\">hog</text>")
    );
    let none = Mini::new().run(&["picture", "01-mini/dog"]);
    assert!(!none.success && none.stderr.contains("dog.trace.snap"), "{}", none.stderr);
}

#[test]
fn two_listings_stand_beside_each_other() {
    shows(&page(), "<div class=\"beside\">\n<figure class=\"listing\">");
    shows(&page(), "<figure class=\"listing python\">");
    shows(
        &page(),
        "<code class=\"language-python\">def twice(n):\n    return 2 * n\n</code>",
    );
}

#[test]
fn an_output_stands_below_its_command() {
    let page = page();
    shows(
        &page,
        "<figure class=\"output\">\n<figcaption><code>$ cargo run --bin 01-mini</code>\
         </figcaption>\n<pre><code class=\"language-text\">&lt;4&gt;\n</code></pre>\n</figure>",
    );
    shows(&page, "<code>$ TRACE=1 cargo run --example hog</code>");
}

#[test]
fn a_compile_error_stands_below_its_case() {
    let page = page();
    shows(&page, "<figure class=\"compile-error\">");
    shows(
        &page,
        "<div class=\"compiler-message\">\n<pre><code class=\"language-text\">error[E0425]",
    );
}

#[test]
fn an_exercise_has_its_stub_its_command_and_folded_hints() {
    let page = page();
    shows(&page, "<section class=\"exercise\" id=\"exercise-half\">");
    shows(&page, "pub fn half(n: u32) -&gt; u32 {\n    todo!(\"halve it\")\n}");
    shows(&page, "$ cargo test -p ex01-mini half");
    shows(
        &page,
        "<details class=\"hint\">\n<summary>Hint 1</summary>\n<p>Think of <em>two</em>.</p>",
    );
    shows(&page, "<summary>Hint 2</summary>\n<p>Divide by it.</p>");
}

#[test]
fn a_solution_is_folded_and_without_markers() {
    shows(
        &page(),
        "<details class=\"solution\">\n<summary>Solution: <code>half</code></summary>",
    );
    shows(&page(), "pub fn half(n: u32) -&gt; u32 {\n    n / 2\n}");
}

#[test]
fn a_timeline_is_complete_without_javascript() {
    let page = page();
    shows(&page, "<figure class=\"trace\" id=\"timeline-01-hog\" data-steps=\"4\"");
    shows(
        &page,
        "data-t=\"2\" data-ready=\"\"><span><b>hog</b> prints “hog!”</span></li>",
    );
    shows(&page, "<figcaption>See how it hogs.</figcaption>");
}

#[test]
fn a_diagram_is_shown_as_it_was_drawn_and_refused_until_then() {
    let mini = Mini::new();
    mini.add_to_page("1. one\n\n   ```mermaid\n   graph LR\n     accTitle: A\n     accDescr: B\n     a-->b\n   ```");
    let answer = mini.run(&["build"]);
    let (_, missing) =
        answer.stderr.split_once("page.md:23: no ").expect(&answer.stderr);
    let (drawing, command) = missing.split_once(": run ").expect("a command");
    assert_eq!(command.lines().next(), Some("`cargo book draw`"));
    mini.write(drawing, "<svg>\n\n<path/></svg>\n");
    let answer = mini.run(&["build"]);
    assert!(answer.success, "{}", answer.stderr);
    assert!(mini.has(PAGE, "<svg><path /></svg></div>"), "{}", mini.read(PAGE));
    mini.replace("book/page.md", "a-->b", "b-->a");
    assert!(!mini.run(&["build"]).success, "a drawing of the old source");
    assert!(mini.run(&["check"]).stderr.contains("no page has this diagram"));
}

#[test]
fn a_laboratory_is_offered_once_it_is_built() {
    let mini = Mini::new();
    mini.add_to_page("{{#lab 04-scheduler Try it.}}");
    let answer = mini.run(&["build"]);
    assert!(answer.success, "{}", answer.stderr);
    let form = "<form class=\"lab\" data-program=\"04-scheduler\"";
    shows(&mini.read(PAGE), &format!("{form} hidden"));
    assert!(!mini.path("target/book/lab-wasm.js").exists());
    mini.write("target/lab/wasm32-unknown-unknown/release/lab_web.wasm", "foo");
    assert!(mini.run(&["build"]).success);
    shows(&mini.read(PAGE), &format!("{form} data-built"));
    assert!(mini.has("target/book/lab-wasm.js", "\"Zm9v\""));
}

#[test]
fn a_laboratory_that_is_not_there_is_named() {
    let mini = Mini::new();
    mini.add_to_page("{{#lab 05-sycalls Try it.}}");
    let answer = mini.run(&["build"]);
    let words = "the laboratory has no `05-sycalls`; did you mean `05-syscalls`?";
    assert!(answer.stderr.contains(words), "{}", answer.stderr);
}

#[test]
fn a_page_is_described_by_its_first_paragraph() {
    let mini = Mini::new();
    let text =
        "This page is about the `one` thing that *nobody* has ever said about it.";
    mini.write("book/sub/index.md", &format!("# Sub\n\n{text}\n"));
    assert!(mini.run(&["build"]).success);
    let page = mini.read("target/book/sub/index.html");
    let description =
        "This page is about the one thing that nobody has ever said about it.";
    for meta in ["name=\"description\"", "property=\"og:description\""] {
        assert!(
            page.contains(&format!("<meta {meta} content=\"{description}\">")),
            "{page}"
        );
    }
    assert!(page.contains("<title>Sub - Mini</title>"));
    assert!(page.contains("<meta property=\"og:title\" content=\"Sub\">"));
}

#[test]
fn a_preview_has_a_picture_where_the_site_is_known() {
    let mini = Mini::new();
    mini.write("book/images/preview.png", "foo");
    let image =
        "<meta property=\"og:image\" content=\"https://a.org/b/images/preview.png\">";
    for (url, found) in [("/b/", false), ("https://a.org/b/", true)] {
        let html =
            format!("[output.html]\nsite-url = \"{url}\"\n\n[output.html.playground]");
        mini.replace("book.toml", "[output.html.playground]", &html);
        assert!(mini.run(&["build"]).success);
        assert_eq!(mini.has(PAGE, image), found, "{url}");
        mini.replace("book.toml", &html, "[output.html.playground]");
    }
}

#[test]
fn a_pdf_needs_node_and_says_so() {
    let mini = Mini::new();
    let answer = mini.run_without_programs(&["pdf"]);
    let words = "error: cannot run node: this needs Node, chromium (or CHROMIUM=PATH), and `npm ci` in ci/browser";
    assert!(!answer.success && answer.stderr.starts_with(words), "{}", answer.stderr);
}

#[test]
fn what_was_read_can_be_kept() {
    let mini = Mini::new();
    assert!(mini.run(&["build"]).success);
    let script = mini.read("target/book/offline.js");
    assert!(
        script.contains("const SHARED = [\"") && !script.contains("VERSION = \"\""),
        "{script}"
    );
}

#[test]
fn a_directive_in_a_list_stays_in_the_list() {
    let mini = Mini::new();
    mini.add_to_page("1. one\n\n   {{#output 01-mini}}\n\n2. two");
    assert!(mini.run(&["build"]).success);
    let page = mini.read(PAGE);
    let list = page.rsplit_once("<ol>").expect("a list").1;
    let list = list.split_once("</ol>").expect("its end").0;
    shows(list, "$ cargo run --bin 01-mini");
}

#[test]
fn problems_are_visible_on_the_page_and_fail_the_build() {
    let mini = Mini::new();
    mini.add_to_page("{{#output nothing}}");
    let answer = mini.run(&["build"]);
    assert!(!answer.success);
    assert!(
        answer.stderr.starts_with("error: book/page.md:21: no chapter `nothing`"),
        "{}",
        answer.stderr
    );
    shows(
        &mini.read(PAGE),
        "<p class=\"problem\"><strong>book/page.md:21: no chapter `nothing`",
    );
}
