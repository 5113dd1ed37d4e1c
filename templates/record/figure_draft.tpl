{{%AUTOESCAPE context="HTML"}}<p class="picture-draft"><strong>[[Picture {{WHICH}}]]</strong>{{#CAPTIONED}} {{CAPTION}}{{/CAPTIONED}}</p>
