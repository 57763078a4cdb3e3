
// What a test saw is handed over by the functions below, for a comparison in another process.
// Nothing here is expected.

// Kept for good: a file that nobody holds is closed.
var honeReport = os.NewFile(3, "report")

func HoneReturned(t *testing.T, call string, function any, arguments HoneList) {
	t.Helper()
	results, err := honeCall(function, arguments)
	if err != nil {
		t.Fatalf("%s: %v", call, err)
	}
	honeHandResults(t, call, results)
}

func HoneGave(t *testing.T, call string, results []any) {
	t.Helper()
	honeHandResults(t, call, honeReflected(results))
}

func honeHandResults(t *testing.T, call string, results []reflect.Value) {
	t.Helper()
	if len(results) == 0 {
		t.Fatalf("%s returns nothing, expected a value", call)
	}
	written, whole := honeTriedWriting(results)
	shown := "a large value"
	if whole {
		shown = honeShown(results)
	}
	honeHandOver(t, `"returned":`+written, shown)
}

func HoneFailed(t *testing.T, run func() []any) {
	results, panicked := honeTried(run)
	if panicked || honeRefused(honeReflected(results)) {
		honeHandOver(t, `"raised":["error"]`, "")
		return
	}
	honeHandOver(t, `"raised":[]`, honeShown(honeReflected(results)))
}

func HonePrinted(t *testing.T, run func() []any) {
	t.Helper()
	printed := honePrinted(t, run)
	if len(printed) > 20000 {
		printed = printed[:20000]
	}
	honeHandOver(t, `"printed":`+honeJSON(printed), fmt.Sprintf("%q", printed))
}

func honeHandOver(t *testing.T, seen, shown string) {
	if len(shown) > 1000 {
		shown = shown[:1000] + "..."
	}
	text := "\x16=== SEEN " + t.Name() + " {" + seen + `,"shown":` + honeJSON(shown) + "}\n"
	io.WriteString(honeReport, text)
}

// honeJSON writes a text in quotes. A byte that is no character becomes half of a pair of
// surrogates, which no text has.
func honeJSON(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for i, r := range text {
		switch {
		case r == 0xFFFD && !strings.HasPrefix(text[i:], "\uFFFD"):
			fmt.Fprintf(&out, "\\udc%02x", text[i])
		case r >= ' ' && r <= '~' && r != '"' && r != '\\':
			out.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&out, "\\u%04x\\u%04x", 0xD800+(r-0x10000)>>10, 0xDC00+(r-0x10000)&0x3FF)
		default:
			fmt.Fprintf(&out, "\\u%04x", r)
		}
	}
	return out.String() + `"`
}

type honeTooLarge struct{}

// honeWritten writes values down by what they are, as long as there is room.
type honeWritten struct{ parts, room int }

func honeTriedWriting(results []reflect.Value) (written string, whole bool) {
	defer func() {
		if stopped := recover(); stopped != nil {
			if _, large := stopped.(honeTooLarge); !large {
				panic(stopped)
			}
			written, whole = `["tuple",[["other","...",[]]]]`, false
		}
	}()
	w := &honeWritten{4000, 20000}
	parts := make([]string, len(results))
	for i, one := range results {
		parts[i] = w.value(one, 0)
	}
	return `["tuple",[` + strings.Join(parts, ",") + "]]", true
}

func (w *honeWritten) spend(characters int) {
	w.parts--
	w.room -= characters
	if w.parts < 0 || w.room < 0 {
		panic(honeTooLarge{})
	}
}

func (w *honeWritten) text(text string) string {
	w.spend(len(text))
	return `["text",` + honeJSON(text) + "]"
}

func honeOther(name string, inner ...string) string {
	return `["other",` + honeJSON(name) + ",[" + strings.Join(inner, ",") + "]]"
}

func honeRow(items []string) string { return `["list",[` + strings.Join(items, ",") + "]]" }

func (w *honeWritten) value(value reflect.Value, depth int) string {
	w.spend(0)
	if depth > 100 {
		panic(honeTooLarge{})
	}
	value = honeInside(value)
	if !value.IsValid() {
		return `["nothing"]`
	}
	if value.CanInterface() && honeIsError(value) {
		if honeIsNil(value) {
			return honeOther("error", w.text("<nil>"))
		}
		return honeOther("error", w.text(value.Interface().(error).Error()))
	}
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			return `["nothing"]`
		}
		return w.value(value.Elem(), depth+1)
	case reflect.Slice, reflect.Array:
		return w.list(value, depth)
	case reflect.Map:
		return w.entries(value, depth)
	case reflect.Struct:
		return w.fields(value, depth)
	}
	return w.plain(value)
}

func (w *honeWritten) plain(value reflect.Value) string {
	switch kind := value.Kind(); {
	case kind == reflect.Bool:
		return fmt.Sprintf(`["truth",%t]`, value.Bool())
	case kind == reflect.String:
		return w.text(value.String())
	case kind == reflect.Int32:
		return honeOther("letter", fmt.Sprintf(`["whole","%d"]`, value.Int()))
	case kind == reflect.Uint8:
		return honeOther("letter", fmt.Sprintf(`["whole","%d"]`, value.Uint()))
	case value.CanInt():
		return fmt.Sprintf(`["whole","%d"]`, value.Int())
	case value.CanUint():
		return fmt.Sprintf(`["whole","%d"]`, value.Uint())
	case value.CanFloat():
		return honeFraction(value.Float())
	case value.CanComplex():
		number := value.Complex()
		return honeOther("complex", honeFraction(real(number)), honeFraction(imag(number)))
	}
	return honeOther(value.Type().String())
}

func honeFraction(number float64) string {
	switch {
	case math.IsInf(number, 1):
		return `["fraction","inf"]`
	case math.IsInf(number, -1):
		return `["fraction","-inf"]`
	case math.IsNaN(number):
		return `["fraction","nan"]`
	}
	return fmt.Sprintf(`["fraction","%v"]`, number)
}

// list writes a slice of letters as a text too.
func (w *honeWritten) list(value reflect.Value, depth int) string {
	items := make([]string, 0, value.Len())
	for i := 0; i < value.Len(); i++ {
		items = append(items, w.value(value.Index(i), depth+1))
	}
	row := honeRow(items)
	if value.Kind() == reflect.Array {
		return row
	}
	kind := value.Type().Elem().Kind()
	if kind == reflect.Uint8 || kind == reflect.Int32 {
		row = honeOther("letters", row, w.text(value.Convert(reflect.TypeOf("")).String()))
	}
	if value.IsNil() {
		return honeOther("nil", row)
	}
	return row
}

// entries writes a map; a key that is no text also as it is shown.
func (w *honeWritten) entries(value reflect.Value, depth int) string {
	var entries []string
	for each := value.MapRange(); each.Next(); {
		key := w.value(each.Key(), depth+1)
		if each.Key().Kind() != reflect.String {
			key = honeOther("key", key, w.text(fmt.Sprint(each.Key())))
		}
		entries = append(entries, "["+key+","+w.value(each.Value(), depth+1)+"]")
	}
	written := `["map",[` + strings.Join(entries, ",") + "]]"
	if value.IsNil() {
		return honeOther("nil", written)
	}
	return written
}

// fields writes a struct by its fields, and as it is shown. What it refers to may be much.
func (w *honeWritten) fields(value reflect.Value, depth int) string {
	before := *w
	fields, whole := w.triedFields(value, depth)
	if !whole {
		*w = before
		fields = honeOther("...")
	}
	if !value.CanInterface() {
		return honeOther("struct", fields)
	}
	return honeOther("struct", fields, w.text(fmt.Sprint(value.Interface())))
}

func (w *honeWritten) triedFields(value reflect.Value, depth int) (written string, whole bool) {
	defer func() {
		if stopped := recover(); stopped != nil {
			if _, large := stopped.(honeTooLarge); !large {
				panic(stopped)
			}
			whole = false
		}
	}()
	var fields []string
	for i := 0; i < value.NumField(); i++ {
		field := value.Type().Field(i)
		tag := strings.Split(field.Tag.Get("json"), ",")[0]
		fields = append(fields, `["tuple",[`+w.text(field.Name)+","+w.text(tag)+","+
			w.value(value.Field(i), depth+1)+"]]")
	}
	return honeRow(fields), true
}
