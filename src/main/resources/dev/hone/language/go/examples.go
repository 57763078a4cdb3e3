// The checks below turn written values into what the tested function takes and returns.

// HoneList is a sequence.
type HoneList []any

// HoneMap holds keys and values.
type HoneMap [][2]any

// HoneLetter is one character, a text or a letter.
type HoneLetter string

// HoneError stands for any error.
type HoneError struct{}

func HoneReturns(t *testing.T, call, expected string, function any, arguments HoneList, want any) {
	t.Helper()
	results, err := honeCall(function, arguments)
	if err != nil {
		t.Fatalf("%s: %v", call, err)
	}
	honeCheck(t, call, expected, results, want)
}

func HoneGives(t *testing.T, call, expected string, results []any, want any) {
	t.Helper()
	honeCheck(t, call, expected, honeReflected(results), want)
}

func honeCheck(t *testing.T, call, expected string, results []reflect.Value, want any) {
	t.Helper()
	if len(results) == 0 {
		t.Fatalf("%s returns nothing, expected %s", call, expected)
	}
	if !honeAgree(results, want) {
		t.Errorf("%s returned %s, expected %s", call, honeShown(results), expected)
	}
}

func HoneFails(t *testing.T, call string, run func() []any) {
	t.Helper()
	results, panicked := honeTried(run)
	if !panicked && !honeRefused(honeReflected(results)) {
		t.Errorf("%s returned %s, expected an error", call, honeShown(honeReflected(results)))
	}
}

func HonePrints(t *testing.T, call, expected string, run func() []any) {
	t.Helper()
	printed := honePrinted(t, run)
	if honeLines(printed) != honeLines(expected) {
		t.Errorf("%s printed %q, expected %q", call, printed, expected)
	}
}

func honePrinted(t *testing.T, run func() []any) string {
	t.Helper()
	own := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		all, _ := io.ReadAll(r)
		text <- string(all)
	}()
	func() {
		defer func() {
			os.Stdout = own
			w.Close()
		}()
		run()
	}()
	return <-text
}

func honeLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return strings.Join(lines, "\n")
}

func honeTried(run func() []any) (results []any, panicked bool) {
	defer func() {
		if recover() != nil {
			panicked = true
		}
	}()
	return run(), false
}

func HoneResults(results ...any) []any { return results }

func honeReflected(results []any) []reflect.Value {
	values := make([]reflect.Value, len(results))
	for i, one := range results {
		values[i] = reflect.ValueOf(one)
	}
	return values
}

func HoneCalled(function any, arguments HoneList) []any {
	results, err := honeCall(function, arguments)
	if err != nil {
		return []any{err}
	}
	values := make([]any, len(results))
	for i, one := range results {
		values[i] = one.Interface()
	}
	return values
}

func honeCall(function any, arguments HoneList) ([]reflect.Value, error) {
	called := reflect.ValueOf(function)
	takes := called.Type()
	fixed := takes.NumIn()
	if takes.IsVariadic() {
		fixed--
	}
	if len(arguments) != fixed && !(takes.IsVariadic() && len(arguments) > fixed) {
		if takes.NumIn() != 1 || takes.In(0).Kind() != reflect.Slice || takes.IsVariadic() {
			return nil, fmt.Errorf("the function takes %d arguments, not %d", takes.NumIn(), len(arguments))
		}
		arguments = HoneList{arguments}
	}
	if list, ok := honeSpread(takes, arguments); ok {
		arguments = list
	}
	given := make([]reflect.Value, len(arguments))
	for i, one := range arguments {
		var to reflect.Type
		if i < fixed {
			to = takes.In(i)
		} else {
			to = takes.In(fixed).Elem()
		}
		value, ok := honeMake(one, to)
		if !ok {
			return nil, fmt.Errorf("argument %d is of type %v", i+1, to)
		}
		given[i] = value
	}
	return called.Call(given), nil
}

// honeSpread lets a list stand for the last, variadic argument.
func honeSpread(takes reflect.Type, arguments HoneList) (HoneList, bool) {
	if !takes.IsVariadic() || len(arguments) != takes.NumIn() {
		return nil, false
	}
	last := len(arguments) - 1
	list, ok := arguments[last].(HoneList)
	if !ok {
		return nil, false
	}
	if _, fits := honeMake(list, takes.In(last).Elem()); fits && takes.In(last).Elem().Kind() != reflect.Interface {
		return nil, false
	}
	return append(append(HoneList{}, arguments[:last]...), list...), true
}

// honeMake returns a written value as a value of a type.
func honeMake(written any, to reflect.Type) (reflect.Value, bool) {
	value := reflect.New(to).Elem()
	return value, honeSet(value, written)
}

func honeSet(value reflect.Value, written any) bool {
	switch value.Kind() {
	case reflect.Interface:
		return honeSetInterface(value, written)
	case reflect.Pointer:
		if written == nil {
			return true
		}
		value.Set(reflect.New(value.Type().Elem()))
		return honeSet(value.Elem(), written)
	case reflect.Slice, reflect.Array:
		return honeSetList(value, written)
	case reflect.Map:
		return honeSetMap(value, written)
	case reflect.Struct:
		return honeSetFields(value, written)
	}
	return honeSetPlain(value, written)
}

func honeSetPlain(value reflect.Value, written any) bool {
	number, isNumber := honeNumber(written)
	text, isText := honeText(written)
	switch {
	case value.Kind() == reflect.Bool:
		truth, ok := written.(bool)
		value.SetBool(truth)
		return ok
	case value.Kind() == reflect.String:
		value.SetString(text)
		return isText
	case (value.Kind() == reflect.Int32 || value.Kind() == reflect.Uint8) && isText:
		letters := []rune(text)
		if len(letters) != 1 {
			return false
		}
		value.Set(reflect.ValueOf(letters[0]).Convert(value.Type()))
		return true
	case !isNumber:
		return false
	case value.CanInt():
		whole, ok := honeWhole(written)
		value.SetInt(whole)
		return ok && !value.OverflowInt(whole)
	case value.CanUint():
		if large, ok := written.(uint64); ok {
			value.SetUint(large)
			return true
		}
		whole, ok := honeWhole(written)
		value.SetUint(uint64(whole))
		return ok && whole >= 0 && !value.OverflowUint(uint64(whole))
	case value.CanFloat():
		value.SetFloat(number)
		return true
	case value.CanComplex():
		value.SetComplex(complex(number, 0))
		return true
	}
	return false
}

func honeSetInterface(value reflect.Value, written any) bool {
	if written == nil {
		return true
	}
	natural := reflect.ValueOf(honeNatural(written))
	if !natural.Type().AssignableTo(value.Type()) {
		return false
	}
	value.Set(natural)
	return true
}

// honeNatural returns what Go makes of a value that may be of any type.
func honeNatural(written any) any {
	switch one := written.(type) {
	case HoneLetter:
		return string(one)
	case HoneError:
		return fmt.Errorf("an error")
	case HoneList:
		list := make([]any, len(one))
		for i, item := range one {
			list[i] = honeNatural(item)
		}
		return list
	case HoneMap:
		entries := map[string]any{}
		for _, entry := range one {
			entries[fmt.Sprint(entry[0])] = honeNatural(entry[1])
		}
		return entries
	}
	return written
}

func honeSetList(value reflect.Value, written any) bool {
	if text, ok := honeText(written); ok && value.Kind() == reflect.Slice {
		kind := value.Type().Elem().Kind()
		if kind == reflect.Uint8 || kind == reflect.Int32 {
			value.Set(reflect.ValueOf(text).Convert(value.Type()))
			return true
		}
	}
	if written == nil {
		return value.Kind() == reflect.Slice
	}
	list, ok := written.(HoneList)
	if !ok {
		return false
	}
	if value.Kind() == reflect.Slice {
		value.Set(reflect.MakeSlice(value.Type(), len(list), len(list)))
	} else if value.Len() != len(list) {
		return false
	}
	for i, one := range list {
		if !honeSet(value.Index(i), one) {
			return false
		}
	}
	return true
}

func honeSetMap(value reflect.Value, written any) bool {
	if written == nil {
		return true
	}
	entries, ok := written.(HoneMap)
	if list, isSet := written.(HoneList); isSet {
		ok = true
		for _, one := range list {
			entries = append(entries, [2]any{one, nil})
		}
	}
	if !ok {
		return false
	}
	value.Set(reflect.MakeMap(value.Type()))
	for _, entry := range entries {
		key, ok := honeMake(entry[0], value.Type().Key())
		if !ok {
			return false
		}
		item := reflect.New(value.Type().Elem()).Elem()
		if _, isSet := written.(HoneList); isSet && item.Kind() == reflect.Bool {
			item.SetBool(true)
		} else if !isSet && !honeSet(item, entry[1]) {
			return false
		}
		value.SetMapIndex(key, item)
	}
	return true
}

func honeSetFields(value reflect.Value, written any) bool {
	if list, ok := written.(HoneList); ok {
		if len(list) != value.NumField() {
			return false
		}
		for i, one := range list {
			if !value.Field(i).CanSet() || !honeSet(value.Field(i), one) {
				return false
			}
		}
		return true
	}
	entries, ok := written.(HoneMap)
	if !ok {
		return false
	}
	for _, entry := range entries {
		field := honeField(value, fmt.Sprint(entry[0]))
		if !field.IsValid() || !field.CanSet() || !honeSet(field, entry[1]) {
			return false
		}
	}
	return true
}

func honeField(value reflect.Value, name string) reflect.Value {
	plain := func(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }
	for i := 0; i < value.NumField(); i++ {
		field := value.Type().Field(i)
		tag := strings.Split(field.Tag.Get("json"), ",")[0]
		if plain(field.Name) == plain(name) || (tag != "" && tag == name) {
			return value.Field(i)
		}
	}
	return reflect.Value{}
}

func honeNumber(written any) (float64, bool) {
	switch one := written.(type) {
	case int:
		return float64(one), true
	case uint64:
		return float64(one), true
	case float64:
		return one, true
	}
	return 0, false
}

func honeWhole(written any) (int64, bool) {
	switch one := written.(type) {
	case int:
		return int64(one), true
	case float64:
		return int64(one), one == math.Trunc(one) && math.Abs(one) < 1<<53
	}
	return 0, false
}

func honeText(written any) (string, bool) {
	switch one := written.(type) {
	case string:
		return one, true
	case HoneLetter:
		return string(one), true
	}
	return "", false
}

// honeAgree says whether the results are what was written: all of them, or the first ones where the
// last only says that nothing went wrong.
func honeAgree(results []reflect.Value, want any) bool {
	if len(results) == 1 {
		return honeSame(results[0], want)
	}
	if list, ok := want.(HoneList); ok && len(list) == len(results) && honeAll(results, list) {
		return true
	}
	if _, ok := want.(HoneError); ok {
		return honeRefused(results)
	}
	last := len(results) - 1
	said := honeInside(results[last])
	if said.IsValid() && said.Kind() == reflect.Bool {
		if want == nil {
			return !said.Bool()
		}
		if !said.Bool() {
			return false
		}
	} else if said.IsValid() && !honeIsNil(said) {
		return false
	}
	if last == 1 {
		return honeSame(results[0], want)
	}
	list, ok := want.(HoneList)
	return ok && len(list) == last && honeAll(results[:last], list)
}

func honeAll(results []reflect.Value, list HoneList) bool {
	for i, one := range results {
		if !honeSame(one, list[i]) {
			return false
		}
	}
	return true
}

// honeRefused says whether the last result tells of an error.
func honeRefused(results []reflect.Value) bool {
	if len(results) == 0 {
		return false
	}
	last := honeInside(results[len(results)-1])
	if !last.IsValid() || honeIsNil(last) {
		return false
	}
	if last.Kind() == reflect.Bool {
		return len(results) > 1 && !last.Bool()
	}
	return last.CanInterface() && honeIsError(last)
}

func honeIsError(value reflect.Value) bool {
	_, ok := value.Interface().(error)
	return ok
}

func honeInside(value reflect.Value) reflect.Value {
	for value.IsValid() && value.Kind() == reflect.Interface {
		value = value.Elem()
	}
	return value
}

func honeIsNil(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan:
		return value.IsNil()
	}
	return false
}

// honeSame says whether a result is what was written. No value and an empty one are alike.
func honeSame(got reflect.Value, want any) bool {
	got = honeInside(got)
	if !got.IsValid() {
		return want == nil
	}
	if got.CanInterface() && honeIsError(got) {
		text, isText := honeText(want)
		_, any := want.(HoneError)
		return any || (isText && got.Interface().(error).Error() == text)
	}
	switch got.Kind() {
	case reflect.Pointer:
		if want == nil || got.IsNil() {
			return want == nil && got.IsNil()
		}
		return honeSame(got.Elem(), want)
	case reflect.Slice, reflect.Array:
		return honeSameList(got, want)
	case reflect.Map:
		return honeSameMap(got, want)
	case reflect.Struct:
		return honeSameFields(got, want)
	case reflect.Float32, reflect.Float64:
		return honeSameFloat(got.Float(), want)
	}
	made, ok := honeMake(want, got.Type())
	return ok && got.Comparable() && got.Equal(made)
}

func honeSameFloat(got float64, want any) bool {
	number, ok := honeNumber(want)
	if !ok || got == number {
		return ok
	}
	_, fraction := want.(float64)
	return fraction && math.Abs(got-number) <= 1e-6*math.Max(math.Abs(got), math.Abs(number))
}

func honeSameList(got reflect.Value, want any) bool {
	if want == nil {
		return got.Len() == 0
	}
	if text, ok := honeText(want); ok {
		made := reflect.New(got.Type()).Elem()
		return honeSetList(made, text) && reflect.DeepEqual(got.Interface(), made.Interface())
	}
	list, ok := want.(HoneList)
	if !ok || len(list) != got.Len() {
		return false
	}
	for i, one := range list {
		if !honeSame(got.Index(i), one) {
			return false
		}
	}
	return true
}

func honeSameMap(got reflect.Value, want any) bool {
	switch entries := want.(type) {
	case nil:
		return got.Len() == 0
	case HoneList:
		for _, key := range got.MapKeys() {
			item := got.MapIndex(key)
			if !honeAny(entries, key) || (item.Kind() == reflect.Bool && !item.Bool()) {
				return false
			}
		}
		return len(entries) == got.Len()
	case HoneMap:
		for _, key := range got.MapKeys() {
			found := false
			for _, entry := range entries {
				found = found || (honeSameKey(key, entry[0]) && honeSame(got.MapIndex(key), entry[1]))
			}
			if !found {
				return false
			}
		}
		return len(entries) == got.Len()
	}
	return false
}

func honeSameKey(key reflect.Value, written any) bool {
	text, ok := honeText(written)
	return honeSame(key, written) || (ok && fmt.Sprint(key) == text)
}

func honeAny(list HoneList, value reflect.Value) bool {
	for _, one := range list {
		if honeSame(value, one) {
			return true
		}
	}
	return false
}

func honeSameFields(got reflect.Value, want any) bool {
	switch fields := want.(type) {
	case HoneMap:
		for _, entry := range fields {
			field := honeField(got, fmt.Sprint(entry[0]))
			if !field.IsValid() || !honeSame(field, entry[1]) {
				return false
			}
		}
		return len(fields) > 0 || got.NumField() == 0
	case HoneList:
		if len(fields) != got.NumField() {
			return false
		}
		for i, one := range fields {
			if !honeSame(got.Field(i), one) {
				return false
			}
		}
		return true
	}
	text, ok := honeText(want)
	return ok && got.CanInterface() && fmt.Sprint(got.Interface()) == text
}

func honeShown(results []reflect.Value) string {
	var parts []string
	for _, one := range results {
		one = honeInside(one)
		switch {
		case !one.IsValid():
			parts = append(parts, "nil")
		case one.CanInterface() && honeIsError(one):
			parts = append(parts, fmt.Sprintf("error %q", one.Interface()))
		case one.CanInterface() && one.Kind() == reflect.Pointer && !one.IsNil():
			parts = append(parts, fmt.Sprintf("%+v", one.Interface()))
		case one.CanInterface():
			parts = append(parts, fmt.Sprintf("%#v", one.Interface()))
		default:
			parts = append(parts, one.String())
		}
	}
	return strings.Join(parts, ", ")
}
