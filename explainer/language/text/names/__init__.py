"""What is told of names by the signs around them: functions that are only called, primes that mean other points."""
