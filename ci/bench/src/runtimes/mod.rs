//! How each runtime does it, one file a runtime. They all supply functions of the same names, and
//! include the workloads that they can run.

#![allow(clippy::duplicate_mod)] // see `workloads`

pub mod compio;
pub mod epoll;
pub mod localpool;
pub mod memory;
pub mod monoio;
pub mod monoio_uring;
pub mod ours;
pub mod readiness;
pub mod smol;
pub mod tokio;

use crate::workload::Kind;

/// One turn of so many operations, as one number a measure; `None` if the runtime cannot do it.
pub fn turn(runtime: &str, kind: Kind, operations: usize) -> Option<Vec<f64>> {
    let turn = match runtime {
        "ours" => ours::turn,
        "tokio" => tokio::turn,
        "smol" => smol::turn,
        "localpool" => localpool::turn,
        "compio" => compio::turn,
        "monoio" => monoio::turn,
        "monoio-uring" => monoio_uring::turn,
        "epoll" => epoll::turn,
        "memory" => memory::turn,
        "select" => readiness::select,
        "poll" => readiness::poll,
        "selector" => readiness::selector,
        _ => return None,
    };
    turn(kind, operations)
}
