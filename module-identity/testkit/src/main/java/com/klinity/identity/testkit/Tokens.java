package com.klinity.identity.testkit;

/** What a person has after signing in. */
public record Tokens(String access, String refresh) {}
