package com.example.consent;

import javax.enterprise.context.RequestScoped;
import javax.inject.Inject;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;

/** Shows the diary, a line for each event. */
@Path("diary")
@RequestScoped
public class DiaryResource {

    @Inject
    private Diary diary;

    @GET
    @Produces("text/plain")
    public String lines() {
        return String.join("\n", diary.lines());
    }
}
