package solution

func add(a, b int) int {
	return a + b
}
