//! The list of workloads: how much of each, and the bars.

use super::{Bar, Kind, Measure, Workload};

const fn time(bars: &'static [Bar]) -> Measure {
    Measure { suffix: "", unit: "ns", bars }
}

/// All of them, in the order in which they are raced.
pub const ALL: &[Workload] = &[
    Workload {
        name: "yield-1",
        about: "a yield, by the only task",
        kind: Kind::Yield { tasks: 1 },
        operations: 100_000,
        quick: Some(100_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.55)])],
    },
    Workload {
        name: "yield-100",
        about: "a yield, 100 tasks in turns",
        kind: Kind::Yield { tasks: 100 },
        operations: 100_000,
        quick: Some(100_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.45)])],
    },
    Workload {
        name: "yield-1000",
        about: "a yield, 1 000 tasks in turns",
        kind: Kind::Yield { tasks: 1_000 },
        operations: 200_000,
        quick: None,
        measures: TIME,
    },
    Workload {
        name: "yield-10000",
        about: "a yield, 10 000 tasks in turns",
        kind: Kind::Yield { tasks: 10_000 },
        operations: 500_000,
        quick: Some(500_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.40)])],
    },
    Workload {
        name: "yield-1000000",
        about: "a yield, 1 000 000 tasks in turns",
        kind: Kind::Yield { tasks: 1_000_000 },
        operations: 5_000_000,
        quick: None,
        measures: &[time(&[Bar::Flat("yield-1000", 1.5)])],
    },
    Workload {
        name: "spawn-1",
        about: "a task spawned and joined, one by one",
        kind: Kind::Spawn { at_once: 1 },
        operations: 20_000,
        quick: Some(20_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.33)])],
    },
    Workload {
        name: "spawn-100",
        about: "a task spawned and joined, 100 at once",
        kind: Kind::Spawn { at_once: 100 },
        operations: 50_000,
        quick: Some(50_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.33)])],
    },
    Workload {
        name: "spawn-1000",
        about: "a task spawned and joined, 1 000 at once",
        kind: Kind::Spawn { at_once: 1_000 },
        operations: 50_000,
        quick: Some(50_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.33)])],
    },
    Workload {
        name: "spawn-1000000",
        about: "a task spawned and joined, 1 000 000 at once",
        kind: Kind::Spawn { at_once: 1_000_000 },
        operations: 1_000_000,
        quick: None,
        measures: &[time(&[Bar::Ratio("tokio", 0.33), Bar::Flat("spawn-1000", 1.5)])],
    },
    Workload {
        name: "gather",
        about: "a future gathered; all yield once",
        kind: Kind::Gather,
        operations: 100_000,
        quick: Some(100_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.57)])],
    },
    Workload {
        name: "pingpong",
        about: "a round trip between two tasks, by oneshot",
        kind: Kind::PingPong,
        operations: 20_000,
        quick: Some(20_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.52)])],
    },
    Workload {
        name: "sleepers",
        about: "a task that sleeps once, all at the same time",
        kind: Kind::Sleepers,
        operations: 1_000_000,
        quick: Some(100_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.36)])],
    },
    Workload {
        name: "cancel",
        about: "a timer created, and cancelled once all are there",
        kind: Kind::Cancel,
        operations: 1_000_000,
        quick: Some(100_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.92)])],
    },
    Workload {
        name: "churn",
        about: "a timer created, and cancelled 1 000 timers later",
        kind: Kind::Churn,
        operations: 50_000,
        quick: Some(50_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.25)])],
    },
    Workload {
        name: "wake-busy",
        about: "a round trip with another thread, without a pause",
        kind: Kind::WakeBusy,
        operations: 5_000,
        quick: Some(5_000),
        measures: &[time(&[Bar::Ratio("tokio", 0.85)])],
    },
    Workload {
        name: "wake-parked",
        about: "a round trip with another thread, the loop asleep",
        kind: Kind::WakeParked,
        operations: 1_000,
        quick: Some(1_000),
        measures: &[time(&[Bar::Ratio("tokio", 1.08)])],
    },
    Workload {
        name: "echo-100",
        about: "64 bytes echoed, 100 connections",
        kind: Kind::Echo { connections: 100 },
        operations: 30_000,
        quick: Some(10_000),
        measures: ECHO,
    },
    Workload {
        name: "echo-1000",
        about: "64 bytes echoed, 1 000 connections",
        kind: Kind::Echo { connections: 1_000 },
        operations: 100_000,
        quick: Some(10_000),
        measures: ECHO,
    },
    Workload {
        name: "idle-memory",
        about: "memory of a task that waits",
        kind: Kind::Idle,
        operations: 300_000,
        quick: Some(100_000),
        measures: &[Measure {
            suffix: "",
            unit: "bytes",
            bars: &[Bar::Absolute(66.0)],
        }],
    },
    sockets("sockets-1", 1, false),
    sockets("sockets-10", 10, true),
    sockets("sockets-100", 100, false),
    sockets("sockets-1000", 1_000, true),
    sockets("sockets-3000", 3_000, false),
    sockets("sockets-9000", 9_000, false),
];

/// A turn of the echo server brings two numbers: what a client sees, and what the server spends.
const ECHO: &[Measure] = &[
    time(&[]),
    Measure {
        suffix: "-cpu",
        unit: "ns",
        bars: &[Bar::Ratio("tokio", 1.02), Bar::Ratio("epoll", 1.05)],
    },
];

/// A time without a bar.
const TIME: &[Measure] = &[time(&[])];

const fn sockets(name: &'static str, idle: usize, quick: bool) -> Workload {
    let operations = 50_000 / (idle + 20) + 10;
    Workload {
        name,
        about: "one wait that finds one socket ready, beside idle ones",
        kind: Kind::Sockets { idle },
        operations,
        quick: if quick { Some(operations) } else { None },
        measures: TIME,
    }
}
