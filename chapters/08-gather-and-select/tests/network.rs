//! What connections promise, and what peers do to them. One end is ours, and the other
//! one std's, which blocks: so it is on a thread where it has to wait.

mod slow_loris;

use ch06_sleep_and_io::Clock;
use ch07_future_and_handle::{EventLoop, spawn, time};
use ch08_gather_and_select::{
    Either, Selector, TcpListener, TcpStream, event_loop, gather, select, sleep,
    timeout, try_gather,
};
use std::cell::Cell;
use std::future::poll_fn;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{self, Shutdown};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

fn run<F: Future<Output: 'static> + 'static>(future: F) -> F::Output {
    let limit = Duration::from_secs(20);
    let future = async move { timeout(limit, future).await.expect("it hangs") };
    event_loop().expect("a selector").run_until_complete(future)
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

fn std_listener() -> net::TcpListener {
    net::TcpListener::bind("127.0.0.1:0").expect("a port")
}

/// One end of ours, one of std's.
fn pair() -> (TcpStream, net::TcpStream) {
    let listener = std_listener();
    let address = listener.local_addr().expect("an address");
    let theirs = net::TcpStream::connect(address).expect("a listener");
    theirs.set_nodelay(true).expect("a connection");
    let (ours, _) = listener.accept().expect("a connection");
    (TcpStream::from_std(ours).expect("a connection"), theirs)
}

async fn read_to_end(stream: &TcpStream) -> io::Result<Vec<u8>> {
    let (mut all, mut piece) = (Vec::new(), vec![0; 4096]);
    loop {
        match stream.read(&mut piece).await? {
            0 => return Ok(all),
            n => all.extend(&piece[..n]),
        }
    }
}

#[test]
fn nobody_listens() {
    run(async {
        let listener = std_listener();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let error = TcpStream::connect(address).await.err().expect("nobody is there");
        assert_eq!(error.kind(), ErrorKind::ConnectionRefused);
    });
}

#[test]
fn an_address_that_is_taken_or_is_not_ours() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = TcpListener::bind(listener.local_addr().unwrap()).err().unwrap();
        assert_eq!(taken.kind(), ErrorKind::AddrInUse);
        let not_ours = TcpListener::bind("192.0.2.1:0").err().unwrap();
        assert_eq!(not_ours.kind(), ErrorKind::AddrNotAvailable);
        assert!(TcpListener::bind("nonsense").is_err());
    });
}

#[test]
#[should_panic(expected = "an event loop made by ch08_gather_and_select::event_loop")]
fn a_loop_without_a_selector_has_no_sockets() {
    EventLoop::new()
        .run_until_complete(async { drop(TcpListener::bind("127.0.0.1:0")) });
}

#[test]
fn who_has_come_before_the_first_accept_is_let_in() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let visitors: Vec<_> =
            (0..50).map(|_| net::TcpStream::connect(address).unwrap()).collect();
        for visitor in &visitors {
            let (_, peer) = listener.accept().await.unwrap();
            assert_eq!(peer, visitor.local_addr().unwrap());
        }
        let nobody = timeout(ms(20), listener.accept()).await;
        assert!(nobody.is_err(), "all are in");
        let late = net::TcpStream::connect(address).unwrap();
        let (_, peer) = listener.accept().await.unwrap();
        assert_eq!(peer, late.local_addr().unwrap());
    });
}

/// Whoever finds the queue at the door full is not answered. His operating system tries
/// again a second later.
#[test]
#[cfg(target_os = "linux")]
fn the_queue_at_the_door_is_short() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let visitors = (0..200).map(|_| timeout(ms(500), TcpStream::connect(address)));
        let connected = gather(visitors).await.into_iter().filter(Result::is_ok);
        assert_eq!(connected.count(), 129);
    });
}

#[test]
fn a_hundred_connect_at_the_same_time() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                assert_eq!(stream.peer_addr().unwrap(), peer);
                stream.write_all(peer.to_string().as_bytes()).await.unwrap();
            }
        });
        gather((0..100).map(|_| async move {
            let stream = TcpStream::connect(address).await.unwrap();
            let own = stream.local_addr().unwrap().to_string();
            assert_eq!(read_to_end(&stream).await.unwrap(), own.as_bytes());
        }))
        .await;
    });
}

#[test]
fn two_that_connect_and_listen_in_the_same_task() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let near = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (far, _) = listener.accept().await.unwrap();
        near.write_all(b"hey").await.unwrap();
        let mut buffer = [0; 8];
        assert_eq!(far.read(&mut buffer).await.unwrap(), 3);
    });
}

#[test]
fn bytes_and_the_end_that_come_together() {
    for size in [2, 3, 4] {
        run(async move {
            let (ours, mut theirs) = pair();
            theirs.write_all(b"bye").unwrap();
            drop(theirs);
            sleep(ms(10)).await;
            let (mut all, mut buffer) = (Vec::<u8>::new(), vec![0; size]);
            loop {
                match ours.read(&mut buffer).await.unwrap() {
                    0 => break,
                    n => all.extend(&buffer[..n]),
                }
            }
            assert_eq!(all, b"bye", "with a buffer of {size}");
            // And the end stays.
            assert_eq!(ours.read(&mut buffer).await.unwrap(), 0);
        });
    }
}

/// A short read means that there is no more for now, so none is tried. What comes between
/// the two must not be lost.
#[test]
fn what_comes_after_a_short_read_is_news() {
    run(async {
        let (ours, mut theirs) = pair();
        let echo = thread::spawn(move || {
            let mut byte = [0];
            while theirs.read(&mut byte).unwrap() > 0 {
                theirs.write_all(&byte).unwrap();
            }
        });
        let mut buffer = [0; 64];
        for n in 0..=255 {
            ours.write_all(&[n]).await.unwrap();
            assert_eq!(ours.read(&mut buffer).await.unwrap(), 1);
            assert_eq!(buffer[0], n);
        }
        drop(ours);
        echo.join().unwrap();
    });
}

/// The selector says that there are bytes, and then somebody else is quicker.
#[test]
fn readiness_that_came_to_nothing_is_borne() {
    run(async {
        let listener = std_listener();
        let address = listener.local_addr().unwrap();
        let mut theirs = net::TcpStream::connect(address).unwrap();
        let (ours, _) = listener.accept().unwrap();
        let mut thief = ours.try_clone().unwrap();
        let ours = TcpStream::from_std(ours).unwrap();
        let (signal, mut their_signal) = pair();
        let (steals, reads) = (
            spawn(async move {
                signal.read(&mut [0; 8]).await.unwrap();
                thief.read(&mut [0; 8]).unwrap()
            }),
            spawn(async move {
                let mut buffer = [0; 8];
                let n = ours.read(&mut buffer).await.unwrap();
                buffer[..n].to_vec()
            }),
        );
        sleep(ms(10)).await;
        // Both are told in the same turn, the thief first.
        their_signal.write_all(b"now").unwrap();
        theirs.write_all(b"stolen").unwrap();
        assert_eq!(steals.await.unwrap(), 6);
        sleep(ms(10)).await;
        assert!(!reads.is_ended(), "there was nothing to read");
        theirs.write_all(b"kept").unwrap();
        assert_eq!(reads.await.unwrap(), b"kept");
    });
}

#[test]
fn who_half_hangs_up_still_hears() {
    run(async {
        let (ours, mut theirs) = pair();
        theirs.write_all(b"over").unwrap();
        theirs.shutdown(Shutdown::Write).unwrap();
        assert_eq!(read_to_end(&ours).await.unwrap(), b"over");
        ours.write_all(b"and out").await.unwrap();
        drop(ours);
        let mut heard = String::new();
        theirs.read_to_string(&mut heard).unwrap();
        assert_eq!(heard, "and out");
    });
}

#[test]
fn shutdown_ends_a_wait_of_our_own() {
    run(async {
        let (ours, _theirs) = pair();
        let ours = Rc::new(ours);
        let reader = ours.clone();
        let task = spawn(async move { reader.read(&mut [0; 8]).await });
        sleep(ms(10)).await;
        ours.shutdown(Shutdown::Both).unwrap();
        assert_eq!(task.await.unwrap().unwrap(), 0);
        let error = ours.write(b"hey").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    });
}

/// Who closes a connection without having read all of it resets it.
#[test]
fn a_reset_is_told_to_who_reads() {
    run(async {
        let (ours, theirs) = pair();
        ours.write_all(b"unheard").await.unwrap();
        let reader = async {
            let error = ours.read(&mut [0; 8]).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ConnectionReset);
            // It is told once.
            assert_eq!(ours.read(&mut [0; 8]).await.unwrap(), 0);
            let error = ours.write(b"hey").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BrokenPipe);
        };
        let peer = async {
            sleep(ms(10)).await;
            drop(theirs);
            std::future::pending::<()>().await;
        };
        select(reader, peer).await;
    });
}

#[test]
fn a_reset_is_told_to_who_waits_for_room() {
    run(async {
        let (ours, theirs) = pair();
        let writer = spawn(async move {
            loop {
                if let Err(error) = ours.write_all(&[7; 65536]).await {
                    return error.kind();
                }
            }
        });
        sleep(ms(50)).await;
        assert!(!writer.is_ended(), "nobody reads, so there is no more room");
        drop(theirs);
        assert_eq!(writer.await.unwrap(), ErrorKind::ConnectionReset);
    });
}

#[test]
fn a_slow_reader_slows_down_nobody_but_its_writer() {
    const ALL: usize = 16 << 20;
    run(async {
        let (ours, mut theirs) = pair();
        let bytes: Vec<u8> = (0..ALL).map(|n| (n / 251) as u8).collect();
        let expected = bytes.clone();
        let writer = spawn(async move { ours.write_all(&bytes).await });
        let start = time();
        sleep(ms(50)).await;
        assert!(time() - start < ms(1000), "others go on");
        assert!(!writer.is_ended(), "sixteen megabytes do not fit");
        let reader = thread::spawn(move || {
            let mut all = Vec::new();
            theirs.read_to_end(&mut all).unwrap();
            all
        });
        writer.await.unwrap().unwrap();
        assert!(reader.join().unwrap() == expected, "all of them, in order");
    });
}

/// A peer who always has more to say is heard in turns.
#[test]
fn a_flood_drowns_nobody() {
    run(async {
        let (ours, mut theirs) = pair();
        let flood =
            thread::spawn(move || while theirs.write_all(&[7; 1 << 16]).is_ok() {});
        let read = Rc::new(Cell::new(0));
        let sum = read.clone();
        let reader = spawn(async move {
            // A small buffer is always full, so there is always more.
            let mut buffer = [0; 64];
            while let Ok(n @ 1..) = ours.read(&mut buffer).await {
                sum.update(|sum| sum + n);
            }
        });
        for _ in 0..20 {
            sleep(ms(1)).await;
        }
        assert!(read.get() > 0);
        reader.cancel_now();
        drop(reader);
        flood.join().unwrap();
    });
}

#[test]
fn one_task_reads_while_another_writes() {
    const ALL: usize = 4 << 20;
    run(async {
        let (ours, theirs) = pair();
        let mut echo = theirs.try_clone().unwrap();
        let mut theirs = theirs;
        let echo = thread::spawn(move || {
            io::copy(&mut echo, &mut theirs).unwrap();
            theirs.shutdown(Shutdown::Write).unwrap();
        });
        let (reader, writer) = ours.split();
        // Dropped at its end, it says that no more will come.
        spawn(async move { writer.write_all(&vec![7; ALL]).await });
        let (mut all, mut buffer) = (0, vec![0; 1 << 16]);
        loop {
            match reader.read(&mut buffer).await.unwrap() {
                0 => break,
                n => all += n,
            }
        }
        assert_eq!(all, ALL);
        echo.join().unwrap();
    });
}

/// A read that loses against a clock has taken nothing.
/// There is one place for a waiter: whoever waits first is forgotten.
#[test]
fn a_second_reader_silently_replaces_the_first() {
    run(async {
        let (ours, mut theirs) = pair();
        let ours = Rc::new(ours);
        let reader = || {
            let ours = ours.clone();
            spawn(async move { ours.read(&mut [0; 64]).await })
        };
        let (first, second) = (reader(), reader());
        sleep(ms(20)).await;
        theirs.write_all(b"for the first, and for the second").unwrap();
        assert_eq!(second.await.unwrap().unwrap(), 33);
        theirs.write_all(b"more").unwrap();
        assert!(timeout(ms(100), first).await.is_err(), "nobody wakes it");
    });
}

#[test]
fn a_read_that_was_given_up_has_lost_no_byte() {
    run(async {
        let (ours, mut theirs) = pair();
        let sender = thread::spawn(move || {
            for n in 0..=255 {
                theirs.write_all(&[n]).unwrap();
                thread::sleep(Duration::from_micros(300));
            }
        });
        let (mut all, mut buffer) = (Vec::<u8>::new(), [0; 8]);
        loop {
            let read = select(ours.read(&mut buffer), sleep(ms(1))).await;
            match read {
                Either::Left(Ok(0)) => break,
                Either::Left(n) => {
                    let n = n.unwrap();
                    all.extend(&buffer[..n]);
                }
                Either::Right(()) => {}
            }
        }
        assert_eq!(all, (0..=255).collect::<Vec<u8>>());
        sender.join().unwrap();
    });
}

/// Its number goes to the next socket, and what is waiting for is that.
#[test]
fn a_closed_socket_leaves_nothing_to_the_next() {
    run(async {
        for _ in 0..100 {
            let (ours, mut theirs) = pair();
            theirs.write_all(b"old").unwrap();
            drop(ours);
            let (ours, mut theirs) = pair();
            let early = timeout(Duration::ZERO, ours.read(&mut [0; 8])).await;
            assert!(early.is_err(), "nobody has said anything");
            theirs.write_all(b"new").unwrap();
            let mut buffer = [0; 8];
            let n = ours.read(&mut buffer).await.unwrap();
            assert_eq!(&buffer[..n], b"new");
        }
    });
}

/// A waker that nobody will call is let go with the socket.
#[test]
fn a_closed_socket_lets_go_of_who_has_waited() {
    struct Nobody;
    impl Wake for Nobody {
        fn wake(self: Arc<Self>) {}
    }
    run(async {
        let (ours, _theirs) = pair();
        let nobody = Arc::new(Nobody);
        let waker = Waker::from(nobody.clone());
        let mut buffer = [0; 8];
        let mut read = Box::pin(ours.read(&mut buffer));
        assert!(read.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
        drop((read, waker));
        assert_eq!(Arc::strong_count(&nobody), 2, "it waits for news");
        drop(ours);
        assert_eq!(Arc::strong_count(&nobody), 1, "there will be none");
    });
}

#[test]
fn a_virtual_clock_waits_for_bytes_that_are_on_their_way() {
    let selector = Selector::new(Clock::stopped()).unwrap();
    EventLoop::with_driver(selector).run_until_complete(async {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let near = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (far, _) = listener.accept().await.unwrap();
        spawn(async move {
            let mut byte = [0];
            while far.read(&mut byte).await.is_ok_and(|n| n > 0) {
                far.write_all(&byte).await.unwrap();
            }
        });
        let an_hour = sleep(Duration::from_secs(3600));
        let talk = async {
            for _ in 0..100 {
                near.write_all(b"!").await.unwrap();
                near.read(&mut [0]).await.unwrap();
            }
            assert_eq!(time(), Duration::ZERO);
        };
        assert_eq!(select(talk, an_hour).await, Either::Left(()));
    });
}

/// The bell is among the sockets, and is none.
#[test]
fn another_thread_wakes_a_loop_that_waits_for_sockets() {
    run(async {
        let (ours, mut theirs) = pair();
        let reads = spawn(async move { ours.read(&mut [0; 8]).await.unwrap() });
        for round in 1..=20 {
            let said = Arc::new(AtomicU32::new(0));
            poll_fn(move |cx| {
                if said.load(Ordering::Acquire) == round {
                    return Poll::Ready(());
                }
                let (waker, says) = (cx.waker().clone(), said.clone());
                thread::spawn(move || {
                    thread::sleep(ms(1));
                    says.store(round, Ordering::Release);
                    waker.wake();
                });
                Poll::Pending
            })
            .await;
        }
        assert!(!reads.is_ended(), "nobody has said anything");
        theirs.write_all(b"hey").unwrap();
        assert_eq!(reads.await.unwrap(), 3);
    });
}

/// With five milliseconds of quiet for each jump, this would take two seconds.
#[test]
fn when_all_sockets_have_gone_a_virtual_clock_waits_for_none() {
    let selector = Selector::new(Clock::stopped()).unwrap();
    EventLoop::with_driver(selector).run_until_complete(async {
        drop(pair());
        let start = Instant::now();
        for _ in 0..400 {
            sleep(ms(1)).await;
        }
        assert!(start.elapsed() < ms(2000), "it waits for sockets that have gone");
    });
}

#[test]
fn an_error_of_one_connection_is_an_error_of_the_gather() {
    run(async {
        let listener = std_listener();
        let (there, gone) = (std_listener(), listener.local_addr().unwrap());
        drop(listener);
        let addresses = [there.local_addr().unwrap(), gone];
        let result = try_gather(addresses.map(TcpStream::connect)).await;
        assert_eq!(result.err().unwrap().kind(), ErrorKind::ConnectionRefused);
    });
}
