module hone

go 1.21
