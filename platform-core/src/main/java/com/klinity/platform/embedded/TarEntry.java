package com.klinity.platform.embedded;

/**
 * One header of a tar archive.
 *
 * @param mode permission bits as in {@code chmod}
 * @param linkTarget where a symbolic link points; empty for other kinds
 */
record TarEntry(String name, Kind kind, int mode, String linkTarget) {
    enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK
    }

    boolean executable() {
        return (mode & 0100) != 0;
    }
}
