package solution

func add(a, b int) int {
	return 0
}
