pub mod panic {}
