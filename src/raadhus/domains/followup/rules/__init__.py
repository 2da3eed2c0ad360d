"""What follow-up allows: values in, values out, no Django and no clock."""
