package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerFileTest {

    @TempDir
    private Path folder;

    @Test
    void the_first_name_stays_when_the_server_comes_back_on_another_port() {
        IssuerFile.loadOrKeep(folder, "http://localhost/v1/local-identity");
        assertEquals(
                "http://localhost/v1/local-identity",
                IssuerFile.loadOrKeep(folder, "http://127.0.0.1:8080/v1/local-identity"));
    }
}
