/// A coast with more than one lighthouse. With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let mut kernel = Kernel::new();
    for _ in 0..inputs.number("keepers") {
        kernel.create_task("keeper", Keeper::Start);
    }
    if let Err(deadlock) = kernel.run() {
        println!("{deadlock}");
    }
}
