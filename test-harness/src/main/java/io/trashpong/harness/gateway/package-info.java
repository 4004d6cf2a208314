/** One origin for the browser: the services' APIs, the rooms' WebSockets and the files of the web client. */
@NullMarked
package io.trashpong.harness.gateway;

import org.jspecify.annotations.NullMarked;
