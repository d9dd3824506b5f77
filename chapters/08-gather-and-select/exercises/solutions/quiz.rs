//! A quiz show for two. Both think about the same question, and each answer is read
//! out when it comes. Since the programme was rewritten, every show ends with a crash
//! after the first answer.
//!
//! Nothing is to be filled in. Find out why, and mend it.

use ch08_gather_and_select::{Either, select};
use std::pin::pin;

/// Waits for both answers. Reads each out as soon as it is there.
pub async fn show<A, B>(one: A, two: B, mut read_out: impl FnMut(&str))
where
    A: Future<Output = String>,
    B: Future<Output = String>,
{
    let (mut one, mut two) = (pin!(one), pin!(two));
    // FAULT
    // for _ in 0..2 {
    //     match select(one.as_mut(), two.as_mut()).await {
    //         Either::Left(answer) => read_out(&answer),
    //         Either::Right(answer) => read_out(&answer),
    //     }
    // }
    // FIX
    match select(one.as_mut(), two.as_mut()).await {
        Either::Left(answer) => {
            read_out(&answer);
            read_out(&two.await);
        }
        Either::Right(answer) => {
            read_out(&answer);
            read_out(&one.await);
        }
    }
    // END
}
