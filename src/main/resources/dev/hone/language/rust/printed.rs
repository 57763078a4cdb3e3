/// Catches what code prints. The tests must run by `--nocapture`, or the test program itself
/// catches it first.
mod printing {
    use std::fs::{self, File};
    use std::io::{self, Write};
    use std::os::fd::AsRawFd;
    use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};

    extern "C" {
        fn dup(file: i32) -> i32;
        fn dup2(from: i32, to: i32) -> i32;
        fn close(file: i32) -> i32;
    }

    /// Returns what a call prints on standard output.
    pub fn printed<T>(call: impl FnOnce() -> T) -> String {
        let path = std::env::temp_dir().join(format!("printed-{}", std::process::id()));
        let file = File::create(&path).unwrap();
        io::stdout().flush().unwrap();
        let saved = unsafe { dup(1) };
        unsafe { dup2(file.as_raw_fd(), 1) };
        let outcome = catch_unwind(AssertUnwindSafe(|| drop(call())));
        io::stdout().flush().unwrap();
        unsafe { dup2(saved, 1) };
        unsafe { close(saved) };
        let text = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        match outcome {
            Ok(()) => lines(&text),
            Err(panic) => resume_unwind(panic),
        }
    }

    /// Returns a text without blanks around it and at the ends of its lines.
    pub fn lines(text: &str) -> String {
        text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}
