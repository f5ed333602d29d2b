package org.safetyledger.graphql;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.NodeWorkshop;
import org.safetyledger.testing.TestCaller;

/** The libraries that front ends use ask the running service, as they come: nothing of them is set to suit it. */
@LedgerTest
@Tag("also-of-executable")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServedClientsTest {
    private static final TestCaller CALLER = TestCaller.OFFICER_LANKAO;

    @BeforeAll
    static void installClients() throws Exception {
        NodeWorkshop.install();
    }

    @Test
    void apolloIsServedByPostAndWithPersistedQueriesOverGet() throws Exception {
        assertServed(ClientCompilersTest.clients("served-apollo"), "run/apollo.mjs");
    }

    @Test
    void urqlIsServedByGetWithItsNormalizedCacheAndPersistedQueries() throws Exception {
        assertServed(ClientCompilersTest.clients("served-urql"), "run/urql.mjs");
    }

    @Test
    void relayIsServed() throws Exception {
        // Given
        Path clients = ClientCompilersTest.clients("served-relay");
        ClientCompilersTest.assertAccepted(
                ClientCompilersTest.compile(clients, ClientCompilersTest.RELAY, "relay.config.json"));
        ClientCompilersTest.assertAccepted(
                ClientCompilersTest.compile(clients, ClientCompilersTest.TYPESCRIPT, "--project", "run/relay"));

        // Then
        assertServed(clients, "run/relay.cjs", new Loop().enterpriseId(CALLER, TestCaller.LANKAO_ENTERPRISE));
    }

    private static void assertServed(Path clients, String program, String... more) throws Exception {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "http://localhost:" + RestAssured.port + "/graphql";
        arguments[1] = CALLER.token();
        System.arraycopy(more, 0, arguments, 2, more.length);
        ClientCompilersTest.assertAccepted(NodeWorkshop.node(clients, program, arguments));
    }
}
