//! Hands over what a test saw, for a comparison in another process. Nothing here is expected.
//! Compiled once for each compiler; test files name it `observed`.

use std::any::type_name;
use std::borrow::Cow;
use std::collections::*;
use std::fmt::{Debug, Display};
use std::fs::File;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::os::fd::FromRawFd;
use std::rc::Rc;
use std::sync::Arc;

fn hand_over(test: &str, seen: &str, shown: &str) {
    let mut most = shown.len().min(1000);
    while !shown.is_char_boundary(most) {
        most -= 1;
    }
    let line = format!(
        "{{\"of\":{},\"seen\":{{{seen},\"shown\":{}}}}}\n",
        json(test),
        json(&shown[..most])
    );
    // Not to be closed: other tests have it too.
    let mut file = ManuallyDrop::new(unsafe { File::from_raw_fd(3) });
    let _ = file.write_all(line.as_bytes());
}

fn json(text: &str) -> String {
    let mut json = String::from("\"");
    for unit in text.encode_utf16() {
        match unit {
            0x22 | 0x5c | 0..=0x1f | 0x7f..=u16::MAX => json += &format!("\\u{unit:04x}"),
            _ => json.push(unit as u8 as char),
        }
    }
    json + "\""
}

pub fn printed(test: &str, text: &str) {
    let cut: String = text.chars().take(20000).collect();
    hand_over(test, &format!("\"printed\":{}", json(&cut)), &format!("{cut:?}"));
}

pub fn raised(test: &str, refused: bool, shown: &str) {
    let names = if refused { "\"error\"" } else { "" };
    hand_over(test, &format!("\"raised\":[{names}]"), shown);
}

pub fn hand_returned(test: &str, written: Written, shown: impl FnOnce() -> String) {
    if written.whole {
        hand_over(test, &format!("\"returned\":{}", written.text), &shown());
    } else {
        hand_over(test, "\"returned\":[\"other\",\"...\",[]]", "a large value");
    }
}

/// Stands where a value of a type must stand and is never asked for.
pub fn never<T>() -> T {
    unreachable!()
}

/// Values as they are written down, as long as there is room.
pub struct Written {
    text: String,
    parts: usize,
    room: usize,
    whole: bool,
}

impl Written {
    pub fn new() -> Written {
        Written { text: String::new(), parts: 4000, room: 20000, whole: true }
    }

    fn spend(&mut self, characters: usize) -> bool {
        self.whole = self.whole && self.parts > 0 && self.room >= characters;
        if self.whole {
            self.parts -= 1;
            self.room -= characters;
        }
        self.whole
    }

    fn plain(&mut self, kind: &str, text: &str) {
        if self.spend(text.len()) {
            self.text += &format!("[\"{kind}\",{}]", json(text));
        }
    }

    fn all<'a, T: Seen + ?Sized + 'a>(&mut self, items: impl Iterator<Item = &'a T>) {
        for (i, item) in items.enumerate() {
            if !self.whole {
                return;
            }
            self.text += if i == 0 { "" } else { "," };
            item.write(self);
        }
    }

    fn row<'a, T: Seen + 'a>(&mut self, kind: &str, items: impl Iterator<Item = &'a T>) {
        if self.spend(0) {
            self.text += &format!("[\"{kind}\",[");
            self.all(items);
            self.text += "]]";
        }
    }

    fn inside(&mut self, name: &str, write: impl FnOnce(&mut Written)) {
        if self.spend(0) {
            self.text += &format!("[\"other\",{},[", json(name));
            write(self);
            self.text += "]]";
        }
    }
}

/// A type whose values can be written down by what they are.
pub trait Seen {
    fn write(&self, to: &mut Written);
}

macro_rules! plain {
    ($($t:ty, $kind:literal;)*) => { $(
        impl Seen for $t {
            fn write(&self, to: &mut Written) {
                to.plain($kind, &self.to_string())
            }
        }
    )* };
}
plain!(i16, "whole"; i32, "whole"; i64, "whole"; i128, "whole"; isize, "whole";);
plain!(u16, "whole"; u32, "whole"; u64, "whole"; u128, "whole"; usize, "whole";);
plain!(str, "text"; String, "text"; Cow<'_, str>, "text";);

macro_rules! inside {
    ($($t:ty, $name:literal, $kind:literal;)*) => { $(
        impl Seen for $t {
            fn write(&self, to: &mut Written) {
                to.inside($name, |to| to.plain($kind, &format!("{self}")))
            }
        }
    )* };
}
inside!(i8, "byte", "whole"; u8, "byte", "whole"; char, "letter", "text";);

impl Seen for f64 {
    fn write(&self, to: &mut Written) {
        to.plain("fraction", &format!("{self:?}"))
    }
}
impl Seen for f32 {
    fn write(&self, to: &mut Written) {
        to.inside("f32", |to| (*self as f64).write(to))
    }
}
impl Seen for bool {
    fn write(&self, to: &mut Written) {
        if to.spend(0) {
            to.text += &format!("[\"truth\",{self}]");
        }
    }
}
impl Seen for () {
    fn write(&self, to: &mut Written) {
        to.row("tuple", std::iter::empty::<&i32>())
    }
}

impl<T: Seen> Seen for Option<T> {
    fn write(&self, to: &mut Written) {
        match self {
            Some(value) => to.inside("Some", |to| value.write(to)),
            None if to.spend(0) => to.text += "[\"nothing\"]",
            None => {}
        }
    }
}
impl<T: Seen, E: Seen> Seen for Result<T, E> {
    fn write(&self, to: &mut Written) {
        result(self, to, |error, to| error.write(to))
    }
}

fn result<T: Seen, E>(
    own: &Result<T, E>,
    to: &mut Written,
    error: impl FnOnce(&E, &mut Written),
) {
    match own {
        Ok(value) => to.inside("Ok", |to| value.write(to)),
        Err(value) => to.inside("Err", |to| error(value, to)),
    }
}

macro_rules! transparent {
    ($($t:ty;)*) => { $(
        impl<T: Seen + ?Sized> Seen for $t {
            fn write(&self, to: &mut Written) {
                (**self).write(to)
            }
        }
    )* };
}
transparent!(Box<T>; Rc<T>; Arc<T>; &T; &mut T;);

impl<T: Seen, const N: usize> Seen for [T; N] {
    fn write(&self, to: &mut Written) {
        self.as_slice().write(to)
    }
}

macro_rules! row {
    ($($t:ty, $kind:literal;)*) => { $(
        impl<T: Seen> Seen for $t {
            fn write(&self, to: &mut Written) {
                to.row($kind, self.iter())
            }
        }
    )* };
}
row!([T], "list"; Vec<T>, "list"; VecDeque<T>, "list"; LinkedList<T>, "list";);
row!(HashSet<T>, "set"; BTreeSet<T>, "set";);

macro_rules! map {
    ($($t:ident)*) => { $(
        impl<K: Seen, V: Seen> Seen for $t<K, V> {
            fn write(&self, to: &mut Written) {
                if !to.spend(0) {
                    return;
                }
                to.text += "[\"map\",[";
                for (i, (key, value)) in self.iter().enumerate() {
                    if !to.whole {
                        return;
                    }
                    to.text += if i == 0 { "[" } else { ",[" };
                    key.write(to);
                    to.text += ",";
                    value.write(to);
                    to.text += "]";
                }
                to.text += "]]";
            }
        }
    )* };
}
map!(HashMap BTreeMap);

macro_rules! tuple {
    ($($t:ident $i:tt)*) => {
        impl<$($t: Seen),*> Seen for ($($t,)*) {
            fn write(&self, to: &mut Written) {
                if to.spend(0) {
                    to.text += "[\"tuple\",[";
                    to.all([$(&self.$i as &dyn Seen),*].into_iter());
                    to.text += "]]";
                }
            }
        }
    };
}
tuple!(A 0);
tuple!(A 0 B 1);
tuple!(A 0 B 1 C 2);
tuple!(A 0 B 1 C 2 D 3);
tuple!(A 0 B 1 C 2 D 3 E 4);
tuple!(A 0 B 1 C 2 D 3 E 4 F 5);

/// What a function returned. Method calls find the most exact form that its type allows; an
/// error by its text, what else has one by that, and anything by the name of its type.
pub struct Returned<'a, T: ?Sized>(pub &'a T);

macro_rules! by {
    ($($name:ident)*) => { $(
        pub trait $name {
            fn write(&self, to: &mut Written);
        }
    )* };
}
by!(Exactly ByErrorText BySuccess ByText ByName);

impl<T: Seen + ?Sized> Exactly for &&&&Returned<'_, T> {
    fn write(&self, to: &mut Written) {
        self.0.write(to)
    }
}
impl<T: Seen, E: Display> ByErrorText for &&&Returned<'_, Result<T, E>> {
    fn write(&self, to: &mut Written) {
        result(self.0, to, |error, to| to.plain("text", &error.to_string()))
    }
}
impl<T: Seen, E> BySuccess for &&Returned<'_, Result<T, E>> {
    fn write(&self, to: &mut Written) {
        result(self.0, to, |_, to| to.inside("an error", |_| {}))
    }
}
impl<T: Display> ByText for &Returned<'_, T> {
    fn write(&self, to: &mut Written) {
        to.plain("text", &self.0.to_string())
    }
}
impl<T> ByName for Returned<'_, T> {
    fn write(&self, to: &mut Written) {
        to.inside(type_name::<T>(), |_| {})
    }
}

pub trait Refused {
    fn is_refusal(&self) -> bool;
}
impl<T, E> Refused for &&Returned<'_, Result<T, E>> {
    fn is_refusal(&self) -> bool {
        self.0.is_err()
    }
}
pub trait Absent {
    fn is_refusal(&self) -> bool;
}
impl<T> Absent for &Returned<'_, Option<T>> {
    fn is_refusal(&self) -> bool {
        self.0.is_none()
    }
}
pub trait Present {
    fn is_refusal(&self) -> bool;
}
impl<T: ?Sized> Present for Returned<'_, T> {
    fn is_refusal(&self) -> bool {
        false
    }
}

pub trait Shown {
    fn shown(&self) -> String;
}
impl<T: Debug> Shown for &Returned<'_, T> {
    fn shown(&self) -> String {
        format!("{:?}", self.0)
    }
}
pub trait Hidden {
    fn shown(&self) -> String;
}
impl<T> Hidden for Returned<'_, T> {
    fn shown(&self) -> String {
        String::from("something else")
    }
}

#[macro_export]
macro_rules! returned {
    ($test:expr, $call:expr) => {{
        use $crate::{ByErrorText, ByName, BySuccess, ByText, Exactly, Hidden, Shown};
        let actual = $call;
        let returned = $crate::Returned(&actual);
        let mut written = $crate::Written::new();
        (&&&&&returned).write(&mut written);
        $crate::hand_returned($test, written, || (&&returned).shown());
    }};
}

#[macro_export]
macro_rules! failed {
    ($test:expr, $call:expr, $by_panic:expr) => {{
        use $crate::{Absent, Hidden, Present, Refused, Shown};
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let actual = $call;
            let returned = $crate::Returned(&actual);
            ((&&&returned).is_refusal() && !$by_panic, (&&returned).shown())
        }));
        let (refused, shown) = outcome.unwrap_or((true, String::new()));
        $crate::raised($test, refused, &shown);
    }};
}
