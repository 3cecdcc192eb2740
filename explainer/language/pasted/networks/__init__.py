"""What networks in code are besides their layers: functions of libraries, lines without a class, data of a shape."""
