package com.example.consent;

import java.util.Set;
import javax.ws.rs.ApplicationPath;
import javax.ws.rs.core.Application;

/** What this application offers over HTTP, beside the {@code /api} that comes with the recording service. */
@ApplicationPath("consent")
public class Consent extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PrivacyResource.class, DiaryResource.class);
    }
}
