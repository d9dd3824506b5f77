//! What the measurements are made of.

use making_it_fast::{Effort, measure};

#[test]
fn every_step_is_compared_with_the_first_and_the_one_before() {
    let tables: Vec<_> = measure(Effort::Quick).collect();
    assert_eq!(tables.len(), 11);
    for table in tables {
        let first = &table.rows[0];
        assert_eq!((first.to_before, first.to_first), (1.0, 1.0), "{}", table.work);
        for row in &table.rows {
            assert!(row.median > 0.0, "{}: {row:?}", table.work);
        }
    }
}
