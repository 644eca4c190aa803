package com.klinity.platform.embedded;

/**
 * How a program ended.
 *
 * @param exitCode 0 for success
 * @param output what it wrote, without surrounding white space
 */
record CommandResult(int exitCode, String output) {
    boolean succeeded() {
        return exitCode == 0;
    }
}
