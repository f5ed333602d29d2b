package org.safetyledger.graphql.http;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Has threads of the system watch the sockets of the executable's virtual threads. By default virtual threads do, and in an
 * executable one of them is now and then never woken again: every connection that it watches then waits for ever, with its
 * data there (oracle/graal issue 13787; one start out of about thirty).
 */
@ApplicationScoped
class SystemThreadPollers {
    private static final String MODE = "jdk.pollerMode";

    /** Chosen before any virtual thread waits, since the first one to wait makes the pollers. */
    void choose(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (ImageMode.current().isNativeImage() && System.getProperty(MODE) == null) {
            System.setProperty(MODE, "SYSTEM_THREADS");
        }
    }
}
