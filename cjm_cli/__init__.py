"""Customer journeys as YAML in git.

The code from the ground up; each room imports only from those above it in this list:

- `errors`, `span`, `change`, `finding`, `characters`, `suggest`, `plugins`, `resources`, `files`: what everybody uses
- `markup`: escaping for XML, HTML, Markdown and Mermaid; `terminal`, `colour`, `streams`: what a terminal is told
- `ending`: what becomes of us when somebody ends us
- `each`: the same for many files, one after the other or side by side
- `source`: text in, positions kept; `model`: what a journey may say; `workspace`: many files, linked
- `tidy`: the form that files are written in; comments and data stay
- `lint`: what a good journey is, one file a rule
- `page`: what is shown and where; `views`: a journey becomes a page; `formats`: a page becomes a file, or lines of a terminal
- `graphviz_layout`: Graphviz says where the boxes of a flow stand, where it is there
- `reports`: findings become a text; `settings`: what is in force; `session`: all of it, for the paths that were given
- `difference`: what changed between two versions of a project; `reviews`: a difference becomes a text or a page
- `comparison`: two journeys of one project beside each other, which `reviews` tell as well
- `outline`: what a file says, one fact a line; `merge`: three versions of a file become one; `git_setup`: git is told of both
- `keys`: what a finding is known by; `baseline` and `aside`: findings that are known already
- `git`: what it holds, asked of the program; `history`: versions of a project, and any two of them side by side
- `changelog`: what changed for the customer between the tags of a repository
- `cache`: results of earlier runs, for files that are as they were, and answers to whole checks
- `site`: a whole project as pages that lead to each other, and what of it need not be made again
- `measure`: what its maps hold, in numbers, and what that is worth
- `live`: that site while it is written, for a browser on this machine
- `mend`: the fixes of findings, tried whole before anything is written
- `start`: a project, a journey, a persona to begin with
- `commands`, `cli`: what can be typed; `output`: the only one that writes
"""

__version__ = "0.1.0"
