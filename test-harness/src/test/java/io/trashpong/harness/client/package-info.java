@NullMarked
package io.trashpong.harness.client;

import org.jspecify.annotations.NullMarked;
