//! The same three sockets, asked about with `poll` and with `epoll`. Linux only.

#[cfg(target_os = "linux")]
mod ask;

fn main() -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    ask::all()?;
    Ok(())
}
