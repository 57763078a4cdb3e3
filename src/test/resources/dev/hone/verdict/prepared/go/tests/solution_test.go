package solution

import (
	"reflect"
	"testing"
)

func TestCountsWords(t *testing.T) {
	got := Count("to be or not to be")
	want := map[string]int{"to": 2, "be": 2, "or": 1, "not": 1}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Count = %v, want %v", got, want)
	}
}

func TestIgnoresCase(t *testing.T) {
	if got := Count("A a")["a"]; got != 2 {
		t.Errorf("Count(\"A a\")[\"a\"] = %d, want 2", got)
	}
}

func TestEmptyText(t *testing.T) {
	if got := Count(""); len(got) != 0 {
		t.Errorf("Count(\"\") = %v, want an empty map", got)
	}
}

func TestSpacesAlone(t *testing.T) {
	t.Run("blanks", func(t *testing.T) {
		if got := Count("  \t\n"); len(got) != 0 {
			t.Errorf("got %v, want an empty map", got)
		}
	})
}

func TestOneWord(t *testing.T) {
	if got := Count(" word "); !reflect.DeepEqual(got, map[string]int{"word": 1}) {
		t.Errorf("Count(\" word \") = %v", got)
	}
}
