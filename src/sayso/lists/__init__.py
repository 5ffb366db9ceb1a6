"""Sanctions lists: releases, entries, and what changed."""
