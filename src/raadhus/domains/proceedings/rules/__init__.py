"""What a body's rules allow, from the first idea to sealed minutes: values in, values out, no Django and no clock."""
