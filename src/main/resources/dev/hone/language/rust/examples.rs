/// Turns the written values of examples into the types that a function takes, and compares what it
/// returns with them.
#[allow(dead_code, unused_macros)]
mod examples {
    use std::any::type_name;
    use std::borrow::Cow;
    use std::collections::*;
    use std::fmt::{Debug, Display};
    use std::hash::Hash;
    use std::rc::Rc;
    use std::sync::Arc;

    /// A value as an example writes it.
    pub enum Value {
        Nothing,
        Truth(bool),
        Whole(i128),
        Fraction(f64),
        Text(String),
        List(Vec<Value>),
        Map(Vec<(Value, Value)>),
        Wrapped(String, Box<Value>),
    }

    use Value::*;

    /// Returns an example's value as the type that is asked for.
    #[track_caller]
    pub fn given<T: Given>(text: &str) -> T {
        match T::given(&value(text)) {
            Some(value) => value,
            None => panic!("the example's value {text} cannot be a {}", type_name::<T>()),
        }
    }

    pub fn value(text: &str) -> Value {
        Reader(text.chars().collect(), 0).value()
    }

    struct Reader(Vec<char>, usize);

    impl Reader {
        fn value(&mut self) -> Value {
            match self.peek() {
                '"' => Text(self.text()),
                '[' => List(self.items(']')),
                '{' => Map(self.entries()),
                '-' | '0'..='9' => self.number(),
                _ => self.word(),
            }
        }

        fn peek(&mut self) -> char {
            while self.0[self.1] == ' ' {
                self.1 += 1;
            }
            self.0[self.1]
        }

        fn take(&mut self, expected: char) -> bool {
            let found = self.peek() == expected;
            self.1 += found as usize;
            found
        }

        fn items(&mut self, close: char) -> Vec<Value> {
            let mut items = Vec::new();
            self.1 += 1;
            while !self.take(close) {
                items.push(self.value());
                self.take(',');
            }
            items
        }

        fn entries(&mut self) -> Vec<(Value, Value)> {
            let mut entries = Vec::new();
            self.1 += 1;
            while !self.take('}') {
                let key = self.value();
                self.take(':');
                entries.push((key, self.value()));
                self.take(',');
            }
            entries
        }

        fn text(&mut self) -> String {
            let mut text = String::new();
            self.1 += 1;
            while self.0[self.1] != '"' {
                self.1 += (self.0[self.1] == '\\') as usize;
                text.push(self.0[self.1]);
                self.1 += 1;
            }
            self.1 += 1;
            text
        }

        fn run(&mut self, keep: fn(char) -> bool) -> String {
            let run: String = self.0[self.1..].iter().take_while(|c| keep(**c)).collect();
            self.1 += run.len();
            run
        }

        fn number(&mut self) -> Value {
            let number = self.run(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            number.parse().map(Whole).unwrap_or_else(|_| Fraction(number.parse().unwrap()))
        }

        fn word(&mut self) -> Value {
            match self.run(|c| c.is_ascii_alphabetic()).as_str() {
                "null" => Nothing,
                "true" => Truth(true),
                "false" => Truth(false),
                name => Wrapped(name.to_string(), Box::new(self.items(')').pop().unwrap())),
            }
        }
    }

    /// A text is a list of letters, a map is a list of pairs.
    fn items(value: &Value, letters: bool) -> Option<Vec<Cow<'_, Value>>> {
        match value {
            List(items) => Some(items.iter().map(Cow::Borrowed).collect()),
            Map(entries) => Some(
                entries
                    .iter()
                    .map(|(k, v)| Cow::Owned(List(vec![k.clone(), v.clone()])))
                    .collect(),
            ),
            Text(text) if letters => {
                Some(text.chars().map(|c| Cow::Owned(Text(c.to_string()))).collect())
            }
            _ => None,
        }
    }

    fn pairs(value: &Value) -> Option<Vec<(&Value, &Value)>> {
        match value {
            Map(entries) => Some(entries.iter().map(|(k, v)| (k, v)).collect()),
            List(items) => items
                .iter()
                .map(|item| match item {
                    List(pair) if pair.len() == 2 => Some((&pair[0], &pair[1])),
                    _ => None,
                })
                .collect(),
            _ => None,
        }
    }

    fn letter(value: &Value) -> Option<char> {
        match value {
            Text(text) if text.chars().count() == 1 => text.chars().next(),
            _ => None,
        }
    }

    impl Clone for Value {
        fn clone(&self) -> Value {
            match self {
                Nothing => Nothing,
                Truth(truth) => Truth(*truth),
                Whole(number) => Whole(*number),
                Fraction(number) => Fraction(*number),
                Text(text) => Text(text.clone()),
                List(items) => List(items.clone()),
                Map(entries) => Map(entries.clone()),
                Wrapped(name, inner) => Wrapped(name.clone(), inner.clone()),
            }
        }
    }

    /// A type that can be made of an example's value.
    pub trait Given: Sized + 'static {
        const LETTER: bool = false;
        fn given(value: &Value) -> Option<Self>;
    }

    /// A type that can be compared with an example's value.
    pub trait Same: Debug {
        const LETTER: bool = false;
        fn same(&self, value: &Value) -> bool;
    }

    macro_rules! whole {
        ($($t:ty)*) => { $(
            impl Given for $t {
                const LETTER: bool = std::mem::size_of::<$t>() == 1;
                fn given(value: &Value) -> Option<Self> {
                    match value {
                        Whole(number) => Self::try_from(*number).ok(),
                        _ if <Self as Given>::LETTER => Self::try_from(letter(value)? as u32).ok(),
                        _ => None,
                    }
                }
            }
            impl Same for $t {
                const LETTER: bool = std::mem::size_of::<$t>() == 1;
                fn same(&self, value: &Value) -> bool {
                    match value {
                        Whole(number) => i128::try_from(*self).is_ok_and(|own| own == *number),
                        Fraction(number) => *self as f64 == *number,
                        _ => <Self as Given>::given(value).is_some_and(|other| other == *self),
                    }
                }
            }
        )* };
    }
    whole!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

    macro_rules! fraction {
        ($($t:ty, $tolerance:expr;)*) => { $(
            impl Given for $t {
                fn given(value: &Value) -> Option<Self> {
                    match value {
                        Whole(number) => Some(*number as $t),
                        Fraction(number) => Some(*number as $t),
                        _ => None,
                    }
                }
            }
            impl Same for $t {
                fn same(&self, value: &Value) -> bool {
                    match value {
                        Whole(number) => *self == *number as $t,
                        Fraction(number) => {
                            let own = *self as f64;
                            own == *number || (own - number).abs() <= $tolerance * number.abs()
                        }
                        _ => false,
                    }
                }
            }
        )* };
    }
    fraction!(f32, 1e-5; f64, 1e-6;);

    impl Given for bool {
        fn given(value: &Value) -> Option<Self> {
            match value {
                Truth(truth) => Some(*truth),
                _ => None,
            }
        }
    }
    impl Same for bool {
        fn same(&self, value: &Value) -> bool {
            matches!(value, Truth(truth) if truth == self)
        }
    }

    impl Given for char {
        const LETTER: bool = true;
        fn given(value: &Value) -> Option<Self> {
            letter(value)
        }
    }
    impl Same for char {
        const LETTER: bool = true;
        fn same(&self, value: &Value) -> bool {
            letter(value) == Some(*self)
        }
    }

    impl Given for String {
        fn given(value: &Value) -> Option<Self> {
            match value {
                Text(text) => Some(text.clone()),
                _ => None,
            }
        }
    }
    impl Given for &'static str {
        fn given(value: &Value) -> Option<Self> {
            String::given(value).map(|text| &*text.leak())
        }
    }
    impl Given for Cow<'static, str> {
        fn given(value: &Value) -> Option<Self> {
            String::given(value).map(Cow::Owned)
        }
    }
    impl Same for str {
        fn same(&self, value: &Value) -> bool {
            matches!(value, Text(text) if text == self)
        }
    }
    impl Same for String {
        fn same(&self, value: &Value) -> bool {
            self.as_str().same(value)
        }
    }
    impl Same for Cow<'_, str> {
        fn same(&self, value: &Value) -> bool {
            self.as_ref().same(value)
        }
    }

    impl Given for () {
        fn given(value: &Value) -> Option<Self> {
            ().same(value).then_some(())
        }
    }
    impl Same for () {
        fn same(&self, value: &Value) -> bool {
            matches!(value, Nothing) || matches!(value, List(items) if items.is_empty())
        }
    }

    impl<T: Given> Given for Option<T> {
        fn given(value: &Value) -> Option<Self> {
            match value {
                Nothing => Some(None),
                Wrapped(name, inner) if name == "Some" => T::given(inner).map(Some),
                other => T::given(other).map(Some),
            }
        }
    }
    impl<T: Same> Same for Option<T> {
        fn same(&self, value: &Value) -> bool {
            match (self, value) {
                (None, other) => matches!(other, Nothing),
                (Some(own), Wrapped(name, inner)) if name == "Some" => own.same(inner),
                (Some(own), other) => own.same(other),
            }
        }
    }

    impl<T: Given, E: Given> Given for Result<T, E> {
        fn given(value: &Value) -> Option<Self> {
            match value {
                Wrapped(name, inner) if name == "Err" => E::given(inner).map(Err),
                Wrapped(name, inner) if name == "Ok" => T::given(inner).map(Ok),
                other => T::given(other).map(Ok),
            }
        }
    }
    impl<T: Same, E: Same> Same for Result<T, E> {
        fn same(&self, value: &Value) -> bool {
            result(self, value, |error, text| error.same(text))
        }
    }

    fn result<T: Same, E>(
        own: &Result<T, E>,
        value: &Value,
        same_error: impl Fn(&E, &Value) -> bool,
    ) -> bool {
        match (own, value) {
            (Err(error), Wrapped(name, inner)) => name == "Err" && same_error(error, inner),
            (Err(_), _) => false,
            (Ok(own), Wrapped(name, inner)) if name == "Ok" => own.same(inner),
            (Ok(own), other) => own.same(other),
        }
    }

    macro_rules! boxed {
        ($($t:ident)*) => { $(
            impl<T: Given> Given for $t<T> {
                fn given(value: &Value) -> Option<Self> {
                    T::given(value).map($t::new)
                }
            }
            impl<T: Same + ?Sized> Same for $t<T> {
                fn same(&self, value: &Value) -> bool {
                    (**self).same(value)
                }
            }
        )* };
    }
    boxed!(Box Rc Arc);

    impl<T: Given> Given for &'static T {
        fn given(value: &Value) -> Option<Self> {
            T::given(value).map(|own| &*Box::leak(Box::new(own)))
        }
    }
    impl<T: Given> Given for &'static mut T {
        fn given(value: &Value) -> Option<Self> {
            T::given(value).map(|own| Box::leak(Box::new(own)))
        }
    }
    impl<T: Given> Given for &'static [T] {
        fn given(value: &Value) -> Option<Self> {
            Vec::given(value).map(|own| &*own.leak())
        }
    }
    impl<T: Given> Given for &'static mut [T] {
        fn given(value: &Value) -> Option<Self> {
            Vec::given(value).map(|own| own.leak())
        }
    }
    impl<T: Same + ?Sized> Same for &T {
        fn same(&self, value: &Value) -> bool {
            (**self).same(value)
        }
    }
    impl<T: Same + ?Sized> Same for &mut T {
        fn same(&self, value: &Value) -> bool {
            (**self).same(value)
        }
    }

    impl<T: Given, const N: usize> Given for [T; N] {
        fn given(value: &Value) -> Option<Self> {
            <Vec<T> as Given>::given(value)?.try_into().ok()
        }
    }
    impl<T: Same, const N: usize> Same for [T; N] {
        fn same(&self, value: &Value) -> bool {
            self.as_slice().same(value)
        }
    }
    impl<T: Same> Same for [T] {
        fn same(&self, value: &Value) -> bool {
            let items = items(value, T::LETTER);
            items.is_some_and(|all| {
                all.len() == self.len() && self.iter().zip(all).all(|(own, item)| own.same(&item))
            })
        }
    }

    macro_rules! list {
        ($($t:ident: $($bound:ident)*;)*) => { $(
            impl<T: Given $(+ $bound)*> Given for $t<T> {
                fn given(value: &Value) -> Option<Self> {
                    items(value, T::LETTER)?.iter().map(|item| T::given(item)).collect()
                }
            }
        )* };
    }
    list!(Vec:; VecDeque:; LinkedList:; BinaryHeap: Ord; HashSet: Eq Hash; BTreeSet: Ord;);

    macro_rules! in_order {
        ($($t:ident)*) => { $(
            impl<T: Same> Same for $t<T> {
                fn same(&self, value: &Value) -> bool {
                    self.iter().collect::<Vec<_>>().as_slice().same(value)
                }
            }
        )* };
    }
    in_order!(VecDeque LinkedList);

    impl<T: Same> Same for Vec<T> {
        fn same(&self, value: &Value) -> bool {
            self.as_slice().same(value)
        }
    }

    macro_rules! in_any_order {
        ($($t:ident)*) => { $(
            impl<T: Same> Same for $t<T> {
                fn same(&self, value: &Value) -> bool {
                    items(value, T::LETTER).is_some_and(|all| {
                        all.len() == self.len()
                            && all.iter().all(|item| self.iter().any(|own| own.same(item)))
                    })
                }
            }
        )* };
    }
    in_any_order!(HashSet BTreeSet);

    macro_rules! map {
        ($($t:ident: $($bound:ident)*;)*) => { $(
            impl<K: Given $(+ $bound)*, V: Given> Given for $t<K, V> {
                fn given(value: &Value) -> Option<Self> {
                    let pairs = pairs(value)?.into_iter();
                    pairs.map(|(k, v)| Some((K::given(k)?, V::given(v)?))).collect()
                }
            }
            impl<K: Same, V: Same> Same for $t<K, V> {
                fn same(&self, value: &Value) -> bool {
                    pairs(value).is_some_and(|all| {
                        all.len() == self.len()
                            && all.iter().all(|(k, v)| {
                                self.iter().any(|(key, own)| key.same(k) && own.same(v))
                            })
                    })
                }
            }
        )* };
    }
    map!(HashMap: Eq Hash; BTreeMap: Ord;);

    macro_rules! tuple {
        ($count:literal: $($t:ident $i:tt)*) => {
            impl<$($t: Given),*> Given for ($($t,)*) {
                fn given(value: &Value) -> Option<Self> {
                    match value {
                        List(items) if items.len() == $count => {
                            Some(($($t::given(&items[$i])?,)*))
                        }
                        _ => None,
                    }
                }
            }
            impl<$($t: Same),*> Same for ($($t,)*) {
                fn same(&self, value: &Value) -> bool {
                    match value {
                        List(items) => items.len() == $count $(&& self.$i.same(&items[$i]))*,
                        _ => false,
                    }
                }
            }
        };
    }
    tuple!(1: A 0);
    tuple!(2: A 0 B 1);
    tuple!(3: A 0 B 1 C 2);
    tuple!(4: A 0 B 1 C 2 D 3);
    tuple!(5: A 0 B 1 C 2 D 3 E 4);
    tuple!(6: A 0 B 1 C 2 D 3 E 4 F 5);

    /// What a function returned. Method calls find the most exact comparison that its type allows.
    pub struct Returned<'a, T: ?Sized>(pub &'a T);

    pub trait Exactly {
        fn is(&self, value: &Value) -> bool;
    }
    impl<T: Same> Exactly for &&&Returned<'_, T> {
        fn is(&self, value: &Value) -> bool {
            self.0.same(value)
        }
    }
    pub trait ByErrorText {
        fn is(&self, value: &Value) -> bool;
    }
    impl<T: Same, E: Display> ByErrorText for &&Returned<'_, Result<T, E>> {
        fn is(&self, value: &Value) -> bool {
            result(self.0, value, |error, text| error.to_string().same(text))
        }
    }
    pub trait BySuccess {
        fn is(&self, value: &Value) -> bool;
    }
    impl<T: Same, E> BySuccess for &Returned<'_, Result<T, E>> {
        fn is(&self, value: &Value) -> bool {
            result(self.0, value, |_, _| true)
        }
    }
    pub trait ByText {
        fn is(&self, value: &Value) -> bool;
    }
    impl<T: Display> ByText for Returned<'_, T> {
        fn is(&self, value: &Value) -> bool {
            self.0.to_string().same(value)
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

    macro_rules! returns {
        ($text:expr, $call:expr, $expected:expr) => {{
            use self::examples::{ByErrorText, BySuccess, ByText, Exactly, Hidden, Shown};
            let actual = $call;
            let returned = self::examples::Returned(&actual);
            if !(&&&&returned).is(&self::examples::value($expected)) {
                let shown = (&&returned).shown();
                panic!("assertion failed: {} returned {}, expected {}", $text, shown, $expected);
            }
        }};
    }
    pub(super) use returns;

    macro_rules! fails {
        ($text:expr, $call:expr, $by_panic:expr) => {{
            use self::examples::{Absent, Hidden, Present, Refused, Shown};
            let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let actual = $call;
                let returned = self::examples::Returned(&actual);
                ((&&&returned).is_refusal() && !$by_panic, (&&returned).shown())
            }));
            if let Ok((false, shown)) = outcome {
                panic!("assertion failed: {} returned {}, expected an error", $text, shown);
            }
        }};
    }
    pub(super) use fails;
}
