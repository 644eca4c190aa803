package com.klinity.distribution.isolation;

import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.IsolationMatrix;
import com.klinity.platform.testkit.isolation.Specimens;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every route of everything that comes with the platform, tried with what another account has. */
@Tag("AC-1")
@Tag("AC-2")
class IsolationTest {

    private static final TestServer SERVER = WholeServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @TestFactory
    Stream<DynamicTest> no_account_reaches_another() {
        SignUps people = new SignUps(SERVER);
        Specimens specimens = WholeServer.specimens(SERVER, people);
        return new IsolationMatrix(SERVER, specimens, people::practitioner).tests();
    }
}
