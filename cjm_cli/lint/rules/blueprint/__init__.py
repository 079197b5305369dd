"""What happens behind the stage."""
