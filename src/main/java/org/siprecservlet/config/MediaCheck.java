package org.siprecservlet.config;

import java.util.List;

/** A check of the media settings that needs more than their text, such as whether the ports can be had. */
@FunctionalInterface
public interface MediaCheck {

    /** Asked once, and only when nothing is wrong with the text. Empty when all is well; throws nothing. */
    List<Fault> faultsIn(MediaSettings media);
}
