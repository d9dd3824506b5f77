vec![
    Yield,
    Sleep(3),
    Spawn(vec![]),
    Spawn(vec![
        Spawn(vec![
            Panic,
        ]),
        Grudge,
    ]),
    Wait(2),
    Cancel(3),
    Send(0),
    Receive(1),
    Gather(vec![]),
    Gather(vec![
        vec![],
        vec![
            Yield,
        ],
    ]),
    Select(Box::new(Sleep(1)), Box::new(Wait(2))),
    Timeout(5, Box::new(Receive(2))),
]
