"""Helpers of the tests: a headless Excel, checks of VBA and ribbon, small workbooks."""
