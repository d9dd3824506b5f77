use pin_project_lite::pin_project;

pin_project! {
    struct Slow<F> {
        #[pin]
        inner: F,
    }
}

impl<F> Drop for Slow<F> {
    fn drop(&mut self) {
        println!("so this is what it was like");
    }
}

fn main() {}
