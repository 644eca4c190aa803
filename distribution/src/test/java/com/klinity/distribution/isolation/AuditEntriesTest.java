package com.klinity.distribution.isolation;

import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.AuditMatrix;
import com.klinity.platform.testkit.isolation.Specimens;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every route of everything that comes with the platform, and the entry that each request to it leaves. */
@Tag("LG-1")
class AuditEntriesTest {

    private static final TestServer SERVER = WholeServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> every_request_of_an_account_leaves_its_entry() {
        SignUps people = new SignUps(SERVER);
        Specimens specimens = WholeServer.specimens(SERVER, people);
        return new AuditMatrix(SERVER, specimens, people::practitioner).tests();
    }
}
