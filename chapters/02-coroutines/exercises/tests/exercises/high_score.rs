use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::Yielded;
use ex02_coroutines::high_score::HighScore;

fn shown_after(scores: &[u32]) -> Vec<u32> {
    let mut machine = HighScore::default();
    let show = |&score| {
        let Yielded(best) = machine.resume_with(score);
        best
    };
    scores.iter().map(show).collect()
}

#[test]
fn the_first_score_is_the_best_at_once() {
    assert_eq!(
        shown_after(&[40]),
        [40],
        "one score was sent in, so it is the best so far: no priming"
    );
}

#[test]
fn the_best_score_stays() {
    assert_eq!(
        shown_after(&[40, 20, 70, 70, 10]),
        [40, 40, 70, 70, 70],
        "after each of the scores 40, 20, 70, 70, 10 the machine shows the best so far"
    );
}
