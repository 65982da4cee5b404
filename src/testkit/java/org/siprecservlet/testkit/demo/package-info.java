/**
 * The demonstration behind {@code ./demo}: starts a server by {@code deploy}, lets two phones of the test kit
 * hold a call with a tone on each side, and judges what the recorder of the test kit was sent. Owns what is said on the
 * screen and the files below {@code target/demo}. Started by the script only; it can fail, and its tests see to it.
 */
package org.siprecservlet.testkit.demo;
