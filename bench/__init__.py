"""Measuring, side by side in one run; what came out stands in docs/performance.md."""
