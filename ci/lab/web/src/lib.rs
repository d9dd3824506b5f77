//! The laboratory as WebAssembly: what JavaScript calls. It writes `program?inputs` into the memory that `input` gives it, calls
//! `trace` or `figure`, and reads as many bytes as they say where `output` says.

use lab::Lab;
use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

#[unsafe(no_mangle)]
extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        *input = vec![0; length];
        input.as_mut_ptr()
    })
}

#[unsafe(no_mangle)]
extern "C" fn trace() -> usize {
    answer(Lab::trace)
}

#[unsafe(no_mangle)]
extern "C" fn figure() -> usize {
    answer(Lab::figure)
}

#[unsafe(no_mangle)]
extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}

fn answer(ask: fn(&Lab, &str) -> String) -> usize {
    let question =
        INPUT.with_borrow(|input| String::from_utf8_lossy(input).into_owned());
    let (program, inputs) = question.split_once('?').unwrap_or((&question, ""));
    let answer = Lab::find(program).map_or(String::new(), |lab| ask(lab, inputs));
    OUTPUT.with_borrow_mut(|output| {
        *output = answer;
        output.len()
    })
}
