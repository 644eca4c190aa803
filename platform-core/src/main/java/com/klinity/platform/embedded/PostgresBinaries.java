package com.klinity.platform.embedded;

import java.nio.file.Path;

/** PostgreSQL's unpacked programs. */
record PostgresBinaries(Path home) {
    Path initdb() {
        return home.resolve("bin/initdb");
    }

    Path pgCtl() {
        return home.resolve("bin/pg_ctl");
    }
}
