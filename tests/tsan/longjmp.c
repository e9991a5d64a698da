/* Linked into every program of the thread sanitizer's build, and into no other.
 *
 * Lua's errors and Check's failures jump over frames. The C library's checked jump, which distributions build both with, is not among the
 * calls that the sanitizer watches: it would take each frame jumped over as still running, and after some 65,000 of them its record of
 * the stack is full and it aborts. The plain jump, which does the same, it knows; a function of the program itself stands before the C
 * library's of the same name. */
#include <setjmp.h>

__attribute__((visibility("default"), noreturn))
void __longjmp_chk(jmp_buf place, int value);

void __longjmp_chk(jmp_buf place, int value)
{
    longjmp(place, value);
}
